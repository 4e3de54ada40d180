package org.trellis.calendar;

/** In the order of the year. */
public enum Term {
    AUTUMN,
    SPRING,
    SUMMER
}
