package org.trellis.reporting.statistics.effect;

/** Why a figure cannot be given, as a stable code and as a sentence for teachers. */
public enum Reason {
    NO_COMPARISON("There is no comparison cohort with these scores."),
    TOO_FEW("A cohort has fewer than two people with these scores."),
    TOO_FEW_PAIRS("Fewer than three people have both scores."),
    NO_SPREAD("The scores that the effect is measured by are all the same, so there is nothing to measure it against."),
    NO_CORRELATION(
            "In one cohort all scores at one point are the same, so gains cannot be judged against the baseline."),
    EXACT_FIT("The later scores follow from the earlier ones without remainder, as if they had been copied."),
    TOO_FEW_SCHOOLS(
            "With fewer than two schools in each arm, the effect of the project cannot be told from that of the school."),
    ONE_SCORE_PER_SCHOOL("Each school has a single score, so schools cannot be told from pupils."),
    NO_ANSWERS("Nobody has answered in one of the groups."),
    NO_OVERLAP("Every answer in one group is above every answer in the other, so no interval can be given."),
    OUT_OF_RANGE("The figures are too large, too small or too far apart to be computed with.");

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in one sentence. */
    public String sentence() {
        return sentence;
    }
}
