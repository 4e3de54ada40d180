package org.trellis.reporting.report;

/** The sections of a report, in their order; the project's lead comments on each. */
public enum ReportSection {
    QUESTION("The question"),
    SCHOOLS("Schools"),
    PLANNED_AND_DONE("What was planned and done"),
    IMPACT("What the evidence shows"),
    LEARNING("What leaders learnt"),
    DECISION("Decision"),
    LIMITS("Limits"),
    METHOD("Method");

    private final String heading;

    ReportSection(String heading) {
        this.heading = heading;
    }

    public String heading() {
        return heading;
    }
}
