package org.trellis.alliance.alliance;

/** Why an alliance is no longer designated. */
public enum LossReason {
    INSPECTION_JUDGEMENT,
    LEAD_CLOSED_OR_MERGED,
    HEAD_LEFT,
    CAPACITY,
    HANDED_BACK,
    NOT_RENEWED,
    PROGRAMME_ENDED,
    ALLIANCE_ENDED,
    OTHER
}
