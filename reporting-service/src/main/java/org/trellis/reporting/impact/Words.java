package org.trellis.reporting.impact;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trellis.reporting.statistics.effect.Reason;

/** What a missing figure or a caveat means, in sentences that a teacher understands. */
final class Words {
    static final Explained POOLED_WITHHELD = new Explained(
            "WITHHELD",
            "The overall figure is not shown to you: with so few pupils in another school, it would give away that"
                    + " school's result.");
    static final Explained SMALL_NUMBERS = new Explained(
            "WITHHELD", "Not shown to you, so that nothing can be worked out about a small number of people.");
    static final Explained NO_EVIDENCE =
            new Explained("NO_EVIDENCE", "No evidence has been accepted yet for this measure and these points.");
    static final Explained NO_COMPARISON = new Explained(
            "NO_COMPARISON",
            "There is no comparison group, so results of schools are shown side by side and not put together.");
    static final Explained NO_EFFECTS =
            new Explained("NO_EFFECTS", "No school has figures from which an effect can be computed.");
    static final Explained OUT_OF_RANGE = explained(Reason.OUT_OF_RANGE);

    private Words() {}

    /** Why a school has no effect. */
    static Explained reason(String code) {
        return switch (code) {
            case "ONE_ARM" ->
                new Explained(
                        code,
                        "The school has only one of the two groups, so there is nothing to compare it with in the school.");
            case "WHOLE_SCHOOL" ->
                new Explained(
                        code,
                        "The whole school is in one group, so the effect is that of all schools together and not of this"
                                + " one.");
            case "MEASURE_UNKNOWN" -> new Explained(code, "The description of the measure has not arrived here yet.");
            default -> explained(Reason.valueOf(code));
        };
    }

    /** A gain in the measure's unit. */
    static String gain(ImpactView.Gain gain) {
        return Numbers.signedOneDecimal(gain.value()) + (gain.unit() == null ? "" : " " + lower(gain.unit()));
    }

    /** @return null without one */
    static String superiority(ImpactView.Superiority s) {
        return s == null
                ? null
                : "An answer after is better than one before with a probability of "
                        + Numbers.percent(100 * s.probability()) + " (95% interval "
                        + Numbers.percent(100 * s.ci().lower()) + " to " + Numbers.percent(100 * s.ci().upper())
                        + "; Cliff's δ " + Numbers.signed(s.cliffsDelta()) + "; " + s.before() + " answers before, "
                        + s.after() + " after).";
    }

    /** A code as words. */
    static String lower(String code) {
        return code.toLowerCase(Locale.UK).replace('_', ' ');
    }

    static String label(String code) {
        var words = lower(code);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** A dimension of subgroups, or several crossed. */
    static String dimension(String dimension) {
        return Stream.of(dimension.split("&"))
                .map(code -> switch (code) {
                    case "EAL" -> "English as an additional language";
                    case "SEN" -> "Special educational needs";
                    default -> label(code);
                })
                .collect(Collectors.joining(" and "));
    }

    /** A value of a dimension. */
    static String value(String code) {
        return switch (code) {
            case "F" -> "female";
            case "M" -> "male";
            default -> lower(code);
        };
    }

    /** A subgroup's dimension and value, such as {@code PUPIL_PREMIUM=YES}. */
    static String subgroup(String subgroup) {
        return Stream.of(subgroup.split("&"))
                .map(part -> part.split("=", 2))
                .map(part -> dimension(part[0]) + (part.length < 2 ? "" : ": " + value(part[1])))
                .collect(Collectors.joining(", "));
    }

    private static Explained explained(Reason reason) {
        return new Explained(reason.name(), reason.sentence());
    }
}
