package org.trellis.evidence.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trellis.evidence.score.Dimension;
import org.trellis.imports.ImportColumn;

/**
 * The columns of files of scores. A long file has a score a line, with its point, value and day; a wide one a pupil a
 * line, with a value and a day for each point.
 */
final class ScoreColumns {
    static final String SCHOOL = "school";
    static final String REFERENCE = "reference";
    static final String COHORT = "cohort";
    static final String MEASURE = "measure";
    static final String POINT = "point";
    static final String VALUE = "value";
    static final String TAKEN_ON = "taken_on";

    private static final int MOST_OF_A_KIND = 6;

    /** The points that have columns of their own in a wide file. */
    static final List<String> WIDE = Stream.of(
                    Stream.of("BASELINE"), numbered("REVIEW_"), Stream.of("OUTCOME"), numbered("FOLLOW_UP_"))
            .flatMap(points -> points)
            .toList();

    /** What teachers call them. */
    private static final Map<String, String> ALSO = Map.of("BASELINE", "before", "OUTCOME", "after");

    static final List<ImportColumn> ALL = all();

    private ScoreColumns() {}

    private static Stream<String> numbered(String kind) {
        return IntStream.rangeClosed(1, MOST_OF_A_KIND).mapToObj(n -> kind + n);
    }

    static String value(String point) {
        return point.toLowerCase(Locale.ROOT);
    }

    static String takenOn(String point) {
        return value(point) + "_" + TAKEN_ON;
    }

    private static List<ImportColumn> all() {
        var columns = new ArrayList<ImportColumn>();
        columns.add(ImportColumn.required(REFERENCE));
        Stream.of(SCHOOL, COHORT, MEASURE, POINT, VALUE, TAKEN_ON)
                .forEach(name -> columns.add(ImportColumn.optional(name)));
        for (var point : WIDE) {
            var also = ALSO.get(point);
            columns.add(also == null ? ImportColumn.optional(value(point)) : ImportColumn.optional(value(point), also));
            columns.add(
                    also == null
                            ? ImportColumn.optional(takenOn(point))
                            : ImportColumn.optional(takenOn(point), also + "_" + TAKEN_ON));
        }
        for (var dimension : Dimension.values()) {
            columns.add(ImportColumn.optional(dimension.column()));
        }
        return List.copyOf(columns);
    }
}
