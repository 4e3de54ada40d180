package org.trellis.evidence.score;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.trellis.evidence.Today;
import org.trellis.evidence.reference.PupilReference;
import org.trellis.evidence.reference.Upn;
import org.trellis.web.Text;

/** What holds for a score, however it comes. */
public final class ScoreRules {
    /** @param code the cause, stable, in lower case with hyphens */
    public record Fault(String code, String message) {}

    public static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    public static final int DECIMALS = 3;

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?");

    private final LocalDate today = Today.inEngland();

    /** A cell of a file, whatever it is for. */
    public Optional<Fault> cell(String text) {
        if (!Text.storable(text)) {
            return fault("unstorable", "must not contain NUL or half a surrogate pair");
        }
        if (Upn.isIn(text)) {
            return fault("unique-pupil-number", "must not contain a unique pupil number");
        }
        return isFormula(text) ? fault("formula", "must not start like a formula") : Optional.empty();
    }

    /** What a spreadsheet would run; a negative number and a reference that starts with a hyphen are none. */
    private static boolean isFormula(String text) {
        return !text.isEmpty()
                && "=+-@".indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches()
                && !PupilReference.isOne(text);
    }

    /** @throws IllegalArgumentException for what is none */
    public static BigDecimal number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("no number");
        }
        return new BigDecimal(text);
    }

    public Optional<Fault> reference(String text) {
        if (Upn.isIn(text)) {
            return fault("unique-pupil-number", "must not contain a unique pupil number");
        }
        return PupilReference.isOne(text) ? Optional.empty() : fault("no-reference", PupilReference.EXPECTED);
    }

    public Optional<Fault> day(LocalDate day) {
        return day.isAfter(today) || day.isBefore(EARLIEST)
                ? fault("out-of-range", "must be from " + EARLIEST + " to today")
                : Optional.empty();
    }

    public Optional<Fault> value(BigDecimal value, Frame.Planned measure) {
        if (value.compareTo(measure.minimum()) < 0 || value.compareTo(measure.maximum()) > 0) {
            return fault(
                    "out-of-range", "must be from " + plain(measure.minimum()) + " to " + plain(measure.maximum()));
        }
        return value.scale() > DECIMALS && value.stripTrailingZeros().scale() > DECIMALS
                ? fault("too-many-decimals", "must have at most " + DECIMALS + " decimals")
                : Optional.empty();
    }

    public Optional<Fault> point(String point, Frame.Planned measure) {
        return measure.points().contains(point)
                ? Optional.empty()
                : fault("unknown-point", "must be one of " + String.join(", ", measure.points()));
    }

    public Optional<Fault> about(Frame.Cohort cohort, Frame.Planned measure) {
        return measure.about().equals(cohort.about())
                ? Optional.empty()
                : fault("about-others", "is about " + measure.about() + ", the cohort about " + cohort.about());
    }

    public Optional<Fault> subgroup(Dimension dimension, String value) {
        return value != null && dimension.takes(value)
                ? Optional.empty()
                : fault(
                        "unknown-code",
                        "must be one of " + String.join(", ", dimension.codes()) + ", " + Dimension.UNKNOWN);
    }

    private static Optional<Fault> fault(String code, String message) {
        return Optional.of(new Fault(code, message));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
