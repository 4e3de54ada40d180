package org.trellis.reporting.rebuild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final TopicPartition EVENTS = new TopicPartition("events", 0);
    private static final int TOLD = 3;

    private final MockConsumer<String, byte[]> kafka = new MockConsumer<>("earliest");
    private final Replay replay = new Replay(Map.of(EVENTS.topic(), "consumer"), () -> kafka);
    private final Map<String, Long> positions = new HashMap<>();
    private final LongSupplier take = () -> {
        int taken = replay.poll(Duration.ofMillis(1)).count();
        replay.advance(positions);
        return taken;
    };

    @Test
    void takesInWhatThereIs() {
        opened();
        for (int i = 0; i < TOLD; i++) {
            kafka.addRecord(new ConsumerRecord<>(EVENTS.topic(), EVENTS.partition(), i, "key", new byte[0]));
        }

        assertEquals(TOLD, replay.catchUp(positions, Duration.ofSeconds(5), take));
    }

    /** Kafka says that there are more events, and brings none: whoever waits holds up all that comes in. */
    @Test
    void givesUpOnEventsThatDoNotCome() {
        opened();

        assertThrows(IllegalStateException.class, () -> replay.catchUp(positions, Duration.ofMillis(50), take));
    }

    private void opened() {
        kafka.updatePartitions(
                EVENTS.topic(), List.of(new PartitionInfo(EVENTS.topic(), EVENTS.partition(), null, null, null)));
        kafka.updateBeginningOffsets(Map.of(EVENTS, 0L));
        kafka.updateEndOffsets(Map.of(EVENTS, (long) TOLD));
        replay.at(positions);
    }
}
