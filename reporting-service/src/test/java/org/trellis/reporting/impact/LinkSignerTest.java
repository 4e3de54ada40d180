package org.trellis.reporting.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.trellis.reporting.chart.ChartKind;

class LinkSignerTest {
    private static final ChartLink LINK = new ChartLink(
            new UUID(1, 2),
            ChartKind.FOREST,
            null,
            new UUID(3, 4),
            null,
            "OUTCOME",
            "ALL",
            Population.STARTERS,
            List.of(new UUID(5, 6)),
            LinkSigner.state("<svg/>"),
            1_800_000_000);

    private final ObjectMapper json = new ObjectMapper().registerModule(new Jdk8Module());
    private final LinkSigner signer = new LinkSigner(json, "a secret of thirty-two characters.");

    @Test
    void readsWhatItHasWritten() {
        assertEquals(Optional.of(LINK), signer.read(signer.signed(LINK)));
    }

    @Test
    void readsNothingThatAnotherHasWrittenOrChanged() {
        var other = new LinkSigner(json, "another secret of 32 characters...");
        assertEquals(Optional.empty(), signer.read(other.signed(LINK)));
        var signed = signer.signed(LINK);
        for (int i = 0; i < signed.length() - 1; i++) {
            var changed = signed.substring(0, i) + (signed.charAt(i) == 'A' ? 'B' : 'A') + signed.substring(i + 1);
            assertEquals(Optional.empty(), signer.read(changed), changed);
        }
        assertEquals(Optional.empty(), signer.read(""));
        assertEquals(Optional.empty(), signer.read("."));
    }

    @Test
    void tellsStatesApart() {
        assertNotEquals(LinkSigner.state("<svg>1</svg>"), LinkSigner.state("<svg>2</svg>"));
    }

    @Test
    void refusesAShortSecret() {
        assertThrows(IllegalStateException.class, () -> new LinkSigner(json, "short"));
    }
}
