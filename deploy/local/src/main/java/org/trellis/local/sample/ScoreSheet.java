package org.trellis.local.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Scores as a school sends them, as JSON or as a file. */
public final class ScoreSheet {
    /**
     * One score.
     *
     * @param value as it is written, such as {@code 101.5}
     */
    public record Row(
            String reference,
            UUID cohort,
            UUID measure,
            String point,
            String value,
            LocalDate takenOn,
            Map<String, String> subgroups) {}

    private final List<Row> rows = new ArrayList<>();

    public void add(Row row) {
        rows.add(row);
    }

    public List<Map<String, ?>> json() {
        return rows.stream()
                .<Map<String, ?>>map(row -> Map.of(
                        "reference", row.reference(),
                        "cohortId", row.cohort(),
                        "measureId", row.measure(),
                        "point", row.point(),
                        "value", new BigDecimal(row.value()),
                        "takenOn", row.takenOn().toString(),
                        "subgroups", row.subgroups()))
                .toList();
    }

    public String csv() {
        TreeSet<String> dimensions = new TreeSet<>();
        rows.forEach(row -> dimensions.addAll(row.subgroups().keySet()));
        Stream<String> header = Stream.concat(
                Stream.of("reference", "cohort", "measure", "point", "value", "taken_on"),
                dimensions.stream().map(dimension -> dimension.toLowerCase(Locale.ROOT)));
        Stream<Stream<String>> lines = rows.stream()
                .map(row -> Stream.concat(
                        Stream.of(
                                row.reference(),
                                row.cohort().toString(),
                                row.measure().toString(),
                                row.point(),
                                row.value(),
                                row.takenOn().toString()),
                        dimensions.stream().map(dimension -> row.subgroups().getOrDefault(dimension, ""))));
        return Stream.concat(Stream.of(header), lines)
                .map(line -> line.collect(Collectors.joining(",", "", "\n")))
                .collect(Collectors.joining());
    }
}
