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
                "'H801200001001'",
                "H 801 2000 01001",
                "H801200001001 2 tries",
                "of\tH801\u00a02000\u200b01001",
                "\uff28\uff18\uff10\uff11\uff12\uff10\uff10\uff10\uff10\uff11\uff10\uff10\uff11",
                "H\u0668\u0660\u0661200001001",
                "B 80120000100 H801200001001"
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
                "H 80120000100 11",
                "in year 8 01 20 00 01 00 1",
                "year 7, 30 pupils",
                ""
            })
    void passesTextThatOnlyLooksLikeOne(String text) {
        assertFalse(Upn.isIn(text));
    }
}
