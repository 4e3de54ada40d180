package org.trellis.evidence.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NameBasedTest {
    /** RFC 9562, appendix A.4. */
    @Test
    void agreesWithTheStandardsExample() {
        assertEquals(
                UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"),
                NameBased.of(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"));
    }

    @Test
    void givesOneIdToOneName() {
        assertEquals(NameBased.cell("a/b"), NameBased.cell("a/b"));
        assertEquals(5, NameBased.cell("a/b").version());
        assertEquals(2, NameBased.cell("a/b").variant());
    }
}
