package org.trellis.outbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A real producer with a fault put in its way. */
final class FaultyProducer implements AutoCloseable {
    /** Something that happens around a send. */
    interface Step {
        void on(ProducerRecord<String, byte[]> record) throws Exception;
    }

    private final KafkaProducer<String, byte[]> real;
    private Step before = record -> {};
    private Step after;
    private UUID failing;

    FaultyProducer(String bootstrapServers) {
        real = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    FaultyProducer before(Step step) {
        before = step;
        return this;
    }

    FaultyProducer after(Step step) {
        after = step;
        return this;
    }

    /** This event is not taken. */
    FaultyProducer failing(UUID event) {
        failing = event;
        return this;
    }

    @SuppressWarnings("unchecked") // the proxy stands for the producer that it calls
    Producer<String, byte[]> asProducer() {
        return (Producer<String, byte[]>) Proxy.newProxyInstance(
                Producer.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("send")) {
                        return send((ProducerRecord<String, byte[]>) arguments[0]);
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Future<?> send(ProducerRecord<String, byte[]> record) throws Exception {
        before.on(record);
        var id = new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
        if (failing != null && failing.toString().equals(id)) {
            return CompletableFuture.failedFuture(new TimeoutException("the broker did not answer"));
        }
        var sent = real.send(record);
        if (after != null) {
            real.flush();
            after.on(record);
        }
        return sent;
    }

    @Override
    public void close() {
        real.close();
    }
}
