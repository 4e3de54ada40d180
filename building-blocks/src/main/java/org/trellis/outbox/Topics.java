package org.trellis.outbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Makes the topics that a service owns where they are missing. Events are kept for ever, so that read models can be
 * rebuilt; topics of personal data are compacted within a day, so that what was erased does not live on in the log.
 */
final class Topics {
    private static final Map<String, String> KEPT = Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1");
    private static final Map<String, String> COMPACTED = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_COMPACT,
            TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
            "86400000");

    private Topics() {}

    static void make(Map<String, Object> kafka, OutboxConfig outbox) throws InterruptedException, ExecutionException {
        Map<String, Map<String, String>> wanted = new HashMap<>();
        wanted.put(outbox.topic(), KEPT);
        outbox.compacted().values().forEach(topic -> wanted.put(topic, COMPACTED));
        try (Admin admin = Admin.create(kafka)) {
            for (var topic : wanted.entrySet()) {
                try {
                    admin.createTopics(List.of(new NewTopic(topic.getKey(), outbox.partitions(), outbox.replication())
                                    .configs(topic.getValue())))
                            .all()
                            .get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
        }
    }
}
