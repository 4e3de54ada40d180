package org.trellis.vocabulary;

import java.util.List;

/** All codes of a service. */
public record Vocabularies(List<Vocabulary> items) {

    /**
     * The codes of one kind, in the order in which one chooses from them.
     *
     * @param name such as {@code leavingReason}
     */
    public record Vocabulary(String name, List<Code> codes) {}

    /** @param label what a person reads */
    public record Code(String code, String label) {}
}
