package org.trellis.evidence.score;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Judges scores as they were sent against what the submission may be about. */
public final class ScoreCheck {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Frame frame;
    private final Refusals refusals;
    private final ScoreRules rules = new ScoreRules();
    private final Set<Score.Key> seen = new HashSet<>();

    private ScoreCheck(Frame frame, Refusals refusals) {
        this.frame = frame;
        this.refusals = refusals;
    }

    /** @return the good ones; the others are noted */
    public static List<Score> of(List<Line> lines, Frame frame, Refusals refusals) {
        var check = new ScoreCheck(frame, refusals);
        var scores = new ArrayList<Score>(lines.size());
        lines.forEach(line -> check.line(line, scores));
        return scores;
    }

    private void line(Line line, List<Score> scores) {
        check(line, Column.REFERENCE, line.reference(), rules::reference);
        check(line, Column.TAKEN_ON, line.takenOn(), rules::day);
        var subgroups = subgroups(line);
        var cohort = line.cohort() == null ? null : frame.cohort(line.cohort()).orElse(null);
        if (line.cohort() != null && cohort == null) {
            unknown(line, Column.COHORT, line.cohort(), "is not a cohort of this school in this project");
        }
        var measure =
                line.measure() == null ? null : frame.measure(line.measure()).orElse(null);
        if (line.measure() != null && measure == null) {
            unknown(line, Column.MEASURE, line.measure(), "is not a success measure of this project");
        }
        if (measure != null) {
            check(line, Column.VALUE, line.value(), value -> rules.value(value, measure));
            check(line, Column.POINT, line.point(), point -> rules.point(point, measure));
        }
        if (measure != null) {
            check(line, Column.MEASURE, cohort, of -> rules.about(of, measure));
        }
        if (cohort != null && measure != null && line.reference() != null && line.point() != null) {
            var key = new Score.Key(line.reference(), measure.id(), cohort.id(), line.point());
            once(line, key);
            scores.add(new Score(key, line.value(), line.takenOn(), subgroups));
        }
    }

    private <T> void check(Line line, Column column, T given, Function<T, Optional<ScoreRules.Fault>> rule) {
        Optional.ofNullable(given).flatMap(rule).ifPresent(fault -> refuse(line, column, fault.message()));
    }

    private Map<Dimension, String> subgroups(Line line) {
        var good = new EnumMap<Dimension, String>(Dimension.class);
        line.subgroups()
                .forEach((name, value) -> dimension(name)
                        .ifPresentOrElse(
                                dimension -> rules.subgroup(dimension, value)
                                        .ifPresentOrElse(
                                                fault -> refusals.add(
                                                        line.place().of(place(line, dimension)), fault.message()),
                                                () -> good.put(dimension, value)),
                                // the name itself is not repeated: it may be anything
                                () -> refusals.add(line.place().of("*"), "names a subgroup that there is not")));
        return good;
    }

    private static String place(Line line, Dimension dimension) {
        return line.place() instanceof Place.InFile ? dimension.column() : dimension.name();
    }

    private static Optional<Dimension> dimension(String name) {
        return List.of(Dimension.values()).stream()
                .filter(d -> d.name().equals(name))
                .findFirst();
    }

    private void once(Line line, Score.Key key) {
        if (!seen.add(key)) {
            refuse(line, Column.REFERENCE, "has this measure, cohort and point twice");
        }
        var other = frame.elsewhere().get(key);
        if (other != null) {
            refuse(line, Column.REFERENCE, "has this measure, cohort and point already in submission " + other);
        }
    }

    /** An id may be one of which this service has not heard yet; a name is one that somebody typed. */
    private void unknown(Line line, Column column, String key, String message) {
        if (ID.matcher(key).matches()) {
            refusals.pending(line.place().of(column));
        } else {
            refuse(line, column, message);
        }
    }

    private void refuse(Line line, Column column, String message) {
        refusals.add(line.place().of(column), message);
    }
}
