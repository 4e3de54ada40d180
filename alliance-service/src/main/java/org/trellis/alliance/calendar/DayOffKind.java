package org.trellis.alliance.calendar;

/** Why a school is closed on a day of term. */
enum DayOffKind {
    INSET,
    CLOSURE,
    /** One that does not come every year; those that do are known. */
    BANK_HOLIDAY
}
