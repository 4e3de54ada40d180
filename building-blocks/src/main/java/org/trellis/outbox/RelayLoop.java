package org.trellis.outbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/** Runs the relay: soon after a commit of this process, and every 250 ms for what others left. */
@ApplicationScoped
public class RelayLoop {
    private static final Logger LOG = Logger.getLogger(RelayLoop.class);
    private static final long POLL_MS = 250;
    private static final long AFTER_FAILURE_MS = 1000;
    private static final long MEASURE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Under load a batch for each commit would cost as much as the commits; this lets some gather. */
    private static final long GATHER_MS = 5;

    private final AgroalDataSource database;
    private final OutboxConfig outbox;
    private final Map<String, Object> kafka;
    private final Semaphore nudges = new Semaphore(0);
    private final AtomicReference<Double> oldestAge = new AtomicReference<>(0.0);
    private volatile boolean running;
    private long measured = System.nanoTime() - MEASURE_NANOS;
    private Thread thread;

    RelayLoop(
            AgroalDataSource database,
            OutboxConfig outbox,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MeterRegistry metrics) {
        this.database = database;
        this.outbox = outbox;
        this.kafka = kafka;
        metrics.gauge("outbox.oldest.age", oldestAge, AtomicReference::get);
    }

    /** Says that there is something to send. */
    public void nudge() {
        nudges.release();
    }

    void start(@Observes StartupEvent event) {
        if (outbox.enabled()) {
            running = true;
            thread = Thread.ofPlatform().name("outbox-relay").start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        nudge();
        if (thread != null) {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        }
    }

    private void run() {
        try {
            makeTopics();
            try (var producer = new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer())) {
                var relay = new Relay(
                        database::getConnection, producer, "/" + outbox.service(), outbox::topicOf, outbox.batch());
                while (running) {
                    work(relay);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(Relay relay) throws InterruptedException {
        try {
            boolean full = relay.sendBatch() instanceof Relay.Batch.Sent(int rows) && rows == outbox.batch();
            if (System.nanoTime() - measured > MEASURE_NANOS) {
                measured = System.nanoTime();
                measure();
            }
            if (!full) {
                await(POLL_MS);
            }
        } catch (SQLException | SendFailed | KafkaException e) {
            LOG.warnf("the outbox waits: %s", e.getMessage());
            await(AFTER_FAILURE_MS);
        }
    }

    private void makeTopics() throws InterruptedException {
        while (running) {
            try {
                Topics.make(kafka, outbox);
                return;
            } catch (ExecutionException e) {
                LOG.warnf("the topics wait: %s", e.getCause().getMessage());
                await(AFTER_FAILURE_MS);
            }
        }
    }

    private void await(long millis) throws InterruptedException {
        if (nudges.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            Thread.sleep(GATHER_MS);
            nudges.drainPermits();
        }
    }

    private void measure() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select extract(epoch from now() - occurred_at) from outbox order by position limit 1");
                var row = query.executeQuery()) {
            oldestAge.set(row.next() ? row.getDouble(1) : 0.0);
        }
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        return settings;
    }
}
