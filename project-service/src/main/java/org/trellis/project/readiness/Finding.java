package org.trellis.project.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An answer with what it rests on.
 *
 * @param records those that make it so
 * @param better what would make it met, one sentence each
 */
record Finding(Message message, Answer answer, List<Record> records, List<String> better) {
    /** @param kind its collection, as in its path */
    record Record(String kind, UUID id) {}

    static Finding of(Message message, Answer answer, String... better) {
        return new Finding(message, answer, List.of(), List.of(better));
    }

    static Parts parts(Message message) {
        return new Parts(message);
    }

    /** An answer made of parts: all of them met, some, or none. */
    static final class Parts {
        private final Message message;
        private final List<Record> records = new ArrayList<>();
        private final List<String> better = new ArrayList<>();
        private int met;

        private Parts(Message message) {
            this.message = message;
        }

        Parts part(boolean holds, List<Record> by, String otherwise) {
            by.stream().filter(record -> !records.contains(record)).forEach(records::add);
            if (holds) {
                met++;
            } else {
                better.add(otherwise);
            }
            return this;
        }

        Finding finding() {
            var answer = better.isEmpty() ? Answer.MET : met > 0 ? Answer.PARTLY : Answer.NOT_MET;
            return new Finding(message, answer, List.copyOf(records), List.copyOf(better));
        }
    }
}
