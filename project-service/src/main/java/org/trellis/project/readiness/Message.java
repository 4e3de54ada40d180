package org.trellis.project.readiness;

/** What makes projects across schools succeed, in the order in which it is asked. */
enum Message {
    KM01,
    KM02,
    KM03,
    KM04,
    KM05,
    KM06,
    KM07,
    KM08,
    KM09,
    KM10,
    KM11,
    KM12,
    KM13
}
