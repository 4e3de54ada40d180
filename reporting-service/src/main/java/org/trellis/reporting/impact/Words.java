package org.trellis.reporting.impact;

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
            case "MEASURE_UNKNOWN" -> new Explained(code, "The description of the measure has not arrived here yet.");
            default -> explained(Reason.valueOf(code));
        };
    }

    private static Explained explained(Reason reason) {
        return new Explained(reason.name(), reason.sentence());
    }
}
