package org.trellis.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** Where this service's events go. */
@ConfigMapping(prefix = "trellis.outbox")
interface OutboxConfig {
    /** alliance, project, evidence or reporting; the source of its events is {@code /<service>}. */
    String service();

    /** Aggregates with a topic of their own: compacted, personal data. All others share the service's events topic. */
    Map<String, String> compacted();

    /** Partitions of a topic that has to be made. */
    @WithDefault("3")
    int partitions();

    /** Copies of a topic that has to be made. */
    @WithDefault("1")
    short replication();

    /** A service that publishes nothing has no relay. */
    @WithDefault("true")
    boolean enabled();

    /** Rows that a relay sends in one transaction. */
    @WithDefault("1000")
    int batch();

    default String topic() {
        return "trellis." + service() + ".events";
    }

    default String topicOf(String aggregate) {
        return compacted().getOrDefault(aggregate, topic());
    }
}
