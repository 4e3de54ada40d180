package org.trellis.calendar;

/** Why a school is closed on a day of term. */
public enum DayOffKind {
    INSET,
    CLOSURE,
    /** One that does not come every year; those that do are known. */
    BANK_HOLIDAY
}
