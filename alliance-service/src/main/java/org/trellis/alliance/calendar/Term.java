package org.trellis.alliance.calendar;

/** In the order of the year. */
enum Term {
    AUTUMN,
    SPRING,
    SUMMER
}
