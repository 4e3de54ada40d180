package org.trellis.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Row CREATE = Row.of("create", new Sample(2000, 4, 5, 6.54321), new Sample(5000, 1.5, 2, 3))
            .wanted("ratio at least 0.3", true);
    private static final Row RELAY =
            Row.of("relay", Sample.ofRate(4000), Sample.ofRate(40_000)).wanted("5,000 events a second", false);

    @Test
    void printsALineForEachRowAndSaysWhatIsMissed() {
        var out = new ByteArrayOutputStream();

        new Report(List.of(CREATE, RELAY), 5).print(new PrintStream(out, true, StandardCharsets.UTF_8));

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(
                List.of("create", "2,000", "5,000", "0.40", "4.00", "5.00", "6.54", "1.50"),
                List.of(lines.get(2).split(" +")).subList(0, 8));
        assertTrue(lines.get(2).endsWith("ratio at least 0.3: yes"));
        assertTrue(lines.get(3).endsWith("5,000 events a second: NO"));
        assertTrue(lines.get(3).contains("–"), "no latency was measured");
    }

    @Test
    void writesJsonWithWhatWasMeasuredAndNothingElse(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("new/results.json");

        new Report(List.of(CREATE, RELAY), 5).write(file);

        var rows = new ObjectMapper().readTree(file.toFile()).path("rows");
        assertEquals(6.543, rows.path(0).path("ours").path("p99").asDouble());
        assertEquals(0.4, rows.path(0).path("ratio").asDouble());
        assertFalse(rows.path(1).path("ours").has("p99"));
        assertFalse(rows.path(1).path("holds").asBoolean(true));
    }

    @Test
    void understandsItsOptionsAndRefusesOthers() {
        Path target = Path.of("target");

        Options options = Options.of(new String[] {"--only", "list,relay", "--seconds", "3"}, target);

        assertEquals(Set.of("list", "relay"), options.workloads());
        assertEquals(Duration.ofSeconds(3), options.length());
        assertEquals(target.resolve("results.json"), options.out());
        for (String[] wrong : new String[][] {{"--fast"}, {"--rounds"}, {"--rounds", "0"}, {"--only", "lists"}}) {
            assertThrows(IllegalArgumentException.class, () -> Options.of(wrong, target));
        }
    }
}
