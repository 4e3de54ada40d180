package org.trellis.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The rows as a table for people and as JSON for comparing runs. */
record Report(List<Row> rows, int rounds) {
    private static final String LINE = "%-42s %9s %9s %6s %8s %8s %8s %8s  %s%n";

    void print(PrintStream out) {
        out.printf(LINE, "", "ours", "ceiling", "", "p50", "p95", "p99", "ceiling", "");
        out.printf(LINE, "workload", "1/s", "1/s", "ratio", "ms", "ms", "ms", "p50, ms", "wanted");
        for (Row row : rows) {
            out.printf(
                    LINE,
                    row.workload(),
                    figure(row.ours().rate(), 0),
                    figure(row.ceiling().rate(), 0),
                    figure(row.ratio(), 2),
                    figure(row.ours().p50(), 2),
                    figure(row.ours().p95(), 2),
                    figure(row.ours().p99(), 2),
                    figure(row.ceiling().p50(), 2),
                    row.wanted().isEmpty() ? "" : row.wanted() + (row.holds() ? ": yes" : ": NO"));
        }
    }

    void write(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode all = json.createObjectNode();
        all.put("at", Instant.now().toString());
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        all.put("java", System.getProperty("java.version"));
        all.put("rounds", rounds);
        var lines = all.putArray("rows");
        for (Row row : rows) {
            ObjectNode line = lines.addObject().put("workload", row.workload());
            put(line, "ratio", row.ratio());
            sample(line.putObject("ours"), row.ours());
            sample(line.putObject("ceiling"), row.ceiling());
            if (!row.wanted().isEmpty()) {
                line.put("wanted", row.wanted()).put("holds", row.holds());
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), all);
    }

    private static void sample(ObjectNode to, Sample sample) {
        put(to, "rate", sample.rate());
        put(to, "p50", sample.p50());
        put(to, "p95", sample.p95());
        put(to, "p99", sample.p99());
    }

    /** Four digits say all that such a measurement knows; what was not measured is left out. */
    private static void put(ObjectNode to, String name, double value) {
        if (Double.isFinite(value)) {
            to.put(name, Double.parseDouble(String.format(Locale.ROOT, "%.4g", value)));
        }
    }

    private static String figure(double value, int digits) {
        return Double.isFinite(value) ? String.format(Locale.UK, "%,." + digits + "f", value) : "–";
    }
}
