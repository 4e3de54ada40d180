package org.trellis.evidence.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.trellis.evidence.reference.PupilReference;
import org.trellis.evidence.reference.Upn;
import org.trellis.evidence.score.Dimension;
import org.trellis.evidence.score.Frame;
import org.trellis.evidence.score.ScoreRules;
import org.trellis.evidence.score.ScoreRules.Fault;
import org.trellis.imports.ImportKind;
import org.trellis.imports.ImportLine;

/** Reads the rows of one file of scores against what its uploader may hand in. */
final class ScoreReading implements ImportKind.Reading {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern REGISTER_ID = Pattern.compile("(urn:)?[0-9]{4,8}");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

    /** A cohort with the school whose it is; the number tells it from the file's other ones. */
    private record Cohort(String id, UUID school, int number, Frame.Cohort frame) {}

    private record Measure(String id, int number, Frame.Planned frame) {}

    private final ScoreRules rules = new ScoreRules();
    private final Seen seen = new Seen();
    private final Map<String, UUID> schools = new HashMap<>();
    private final Map<String, Cohort> cohorts = new HashMap<>();
    private final Map<String, Measure> measures = new HashMap<>();
    private final UUID onlySchool;
    private final String onlyMeasure;

    /** @param school and measure of rows that name none; null where there is no such */
    ScoreReading(Offer.All offer, UUID school, UUID measure) {
        offer.schools().forEach(each -> {
            schools.put(each.id().toString(), each.id());
            schools.put(each.registerId(), each.id());
            schools.put(each.registerId().replace("urn:", ""), each.id());
            offer.cohorts().get(each.id()).forEach(cohort -> cohort(each.id(), cohort));
        });
        for (var planned : offer.measures()) {
            var of = new Measure(planned.id().toString(), measures.size(), planned);
            measures.put(of.id(), of);
            measures.put(planned.code(), of);
        }
        onlySchool = school != null
                ? school
                : offer.schools().size() == 1 ? offer.schools().getFirst().id() : null;
        onlyMeasure = measure != null
                ? measure.toString()
                : offer.measures().size() == 1
                        ? offer.measures().getFirst().id().toString()
                        : null;
    }

    /** By id, and by name within the school; a name that two cohorts have names neither. */
    private void cohort(UUID school, Frame.Cohort cohort) {
        var of = new Cohort(cohort.id().toString(), school, cohorts.size(), cohort);
        cohorts.put(of.id(), of);
        if (cohort.name() != null) {
            cohorts.merge(school + cohort.name(), of, (_, _) -> new Cohort(null, school, -1, cohort));
        }
    }

    @Override
    public Optional<List<String>> read(ImportLine line) {
        var reference = text(line, ScoreColumns.REFERENCE);
        if (reference == null) {
            missing(line, ScoreColumns.REFERENCE);
        } else {
            refuse(line, ScoreColumns.REFERENCE, rules.reference(reference));
        }
        var cohort = cohort(line, school(line));
        var measure = measure(line);
        if (cohort != null && measure != null) {
            refuse(line, ScoreColumns.MEASURE, rules.about(cohort.frame(), measure.frame()));
        }
        var cells = new ArrayList<String>(7);
        cells.add(cohort == null ? null : cohort.id());
        cells.add(measure == null ? null : measure.id());
        cells.add(reference);
        cells.add(subgroups(line));
        if (measure != null) {
            points(line, measure, cells);
        }
        for (int at = 4; !line.refused() && at < cells.size(); at += 3) {
            once(line, reference, cohort, measure, cells.get(at));
        }
        return Optional.of(cells);
    }

    private UUID school(ImportLine line) {
        var text = text(line, ScoreColumns.SCHOOL);
        if (text == null) {
            return onlySchool;
        }
        var school = schools.get(text.toLowerCase(Locale.ROOT));
        if (school == null) {
            line.refuse(
                    ScoreColumns.SCHOOL,
                    "unknown-school",
                    REGISTER_ID.matcher(text).matches() || ID.matcher(text).matches() ? text : "",
                    "is no school in this project for which you may hand in");
        }
        return school;
    }

    private Cohort cohort(ImportLine line, UUID school) {
        var text = text(line, ScoreColumns.COHORT);
        if (school == null && line.has(ScoreColumns.SCHOOL)) {
            return null; // whose it is was refused already
        }
        if (text == null) {
            missing(line, ScoreColumns.COHORT);
            return null;
        }
        var cohort = cohorts.get(text.toLowerCase(Locale.ROOT));
        if (cohort == null && school != null) {
            cohort = cohorts.get(school + text);
        }
        if (cohort == null || cohort.id() == null || school != null && !school.equals(cohort.school())) {
            line.refuse(
                    ScoreColumns.COHORT,
                    "unknown-cohort",
                    ID.matcher(text).matches() ? text : "",
                    school == null
                            ? "is no cohort of a school of yours; named by its name it needs the school"
                            : "is not one cohort of this school in this project");
            return null;
        }
        return cohort;
    }

    private Measure measure(ImportLine line) {
        var text = text(line, ScoreColumns.MEASURE);
        var key = text == null ? onlyMeasure : text;
        if (key == null) {
            missing(line, ScoreColumns.MEASURE);
            return null;
        }
        var measure = measures.get(key);
        if (measure == null) {
            line.refuse(
                    ScoreColumns.MEASURE,
                    "unknown-measure",
                    CODE.matcher(key).matches() && !Upn.isIn(key)
                                    || ID.matcher(key).matches()
                            ? key
                            : "",
                    "is not a success measure of this project");
        }
        return measure;
    }

    private String subgroups(ImportLine line) {
        var json = new StringBuilder("{");
        for (var dimension : Dimension.values()) {
            var text = text(line, dimension.column());
            if (text != null) {
                var value = text.toUpperCase(Locale.ROOT);
                refuse(line, dimension.column(), rules.subgroup(dimension, value));
                json.append(json.length() > 1 ? ",\"" : "\"")
                        .append(dimension.name())
                        .append("\":\"")
                        .append(value)
                        .append('"');
            }
        }
        return json.append('}').toString();
    }

    /** Of a long file, or of a wide one; a wide one has no score where its cell is empty. */
    private void points(ImportLine line, Measure measure, List<String> cells) {
        var point = text(line, ScoreColumns.POINT);
        if (point != null) {
            refuse(line, ScoreColumns.POINT, rules.point(point, measure.frame()));
            score(line, measure, point, ScoreColumns.VALUE, ScoreColumns.TAKEN_ON, cells);
            return;
        }
        for (var wide : ScoreColumns.WIDE) {
            if (line.has(ScoreColumns.value(wide)) || line.has(ScoreColumns.takenOn(wide))) {
                refuse(line, ScoreColumns.value(wide), rules.point(wide, measure.frame()));
                score(line, measure, wide, ScoreColumns.value(wide), ScoreColumns.takenOn(wide), cells);
            }
        }
        if (cells.size() == 4 && !line.refused()) {
            line.refuse(ScoreColumns.POINT, "missing", "must be there, or a value in a column of a point");
        }
    }

    private void score(
            ImportLine line, Measure measure, String point, String valueColumn, String dayColumn, List<String> cells) {
        var value = typed(line, valueColumn, ScoreRules::number, "no-number", "must be a number such as 101.5");
        var day = typed(line, dayColumn, LocalDate::parse, "no-day", "must be a calendar day such as 2026-03-31");
        if (value != null) {
            refuse(line, valueColumn, rules.value(value, measure.frame()));
        }
        if (day != null) {
            refuse(line, dayColumn, rules.day(day));
        }
        cells.add(point);
        cells.add(value == null ? null : value.toPlainString());
        cells.add(day == null ? null : day.toString());
    }

    private void once(ImportLine line, String reference, Cohort cohort, Measure measure, String point) {
        if (!seen.add(
                reference,
                cohort.number(),
                measure.number(),
                measure.frame().points().indexOf(point))) {
            line.refuse(ScoreColumns.REFERENCE, "twice", "has this measure, cohort and point in a row above");
        }
    }

    private <T> T typed(ImportLine line, String column, Function<String, T> type, String code, String expected) {
        var text = text(line, column);
        try {
            if (text == null) {
                missing(line, column);
                return null;
            }
            return type.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            line.refuse(column, code, expected);
            return null;
        }
    }

    private String text(ImportLine line, String column) {
        var text = line.text(column);
        if (text != null && !(column.equals(ScoreColumns.REFERENCE) && PupilReference.isOne(text))) {
            refuse(line, column, rules.cell(text));
        }
        return text;
    }

    private static void missing(ImportLine line, String column) {
        line.refuse(column, "missing", "must not be empty");
    }

    private static void refuse(ImportLine line, String column, Optional<Fault> fault) {
        fault.ifPresent(f -> line.refuse(column, f.code(), f.message()));
    }
}
