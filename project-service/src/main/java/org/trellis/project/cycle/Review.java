package org.trellis.project.cycle;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;

/** What was learned in a cycle, and what is to follow from it. */
@Embeddable
record Review(
        String wentWell,
        String wentBadly,
        String problems,
        @Enumerated(EnumType.STRING) Decision decision,
        String nextFocus,
        String noChallengeReason,
        LocalDate reviewedOn) {

    CycleEvent.Learnt learnt(List<Challenge> challenges) {
        return new CycleEvent.Learnt(wentWell, wentBadly, problems, List.copyOf(challenges), noChallengeReason);
    }
}
