package org.trellis.evidence.score;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** One value of one pupil or member of staff, at one point. */
public record Score(Key key, BigDecimal value, LocalDate takenOn, Map<Dimension, String> subgroups) {

    /** What a score is the score of, within a cycle: sent again, it is the same score. */
    public record Key(String reference, UUID measureId, UUID cohortId, String point) {}
}
