package org.trellis.evidence.reference;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpnTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "H801200001001",
                "R201100018042",
                "V201361425001",
                "X00180001701A",
                "C30121072400A",
                "h801200001001",
                "Results of H801200001001, autumn",
                "'H801200001001'"
            })
    void findsANumberWhoseLetterChecks(String text) {
        assertTrue(Upn.isIn(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "G801200001001",
                "A801200001001",
                "I12345678901X",
                "H80120000100",
                "H8012000010011",
                "XH801200001001",
                "year 7, 30 pupils",
                ""
            })
    void passesTextThatOnlyLooksLikeOne(String text) {
        assertFalse(Upn.isIn(text));
    }
}
