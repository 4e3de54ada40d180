package org.trellis.evidence.score;

/** What a score consists of, by its names in JSON and in files. */
enum Column {
    REFERENCE("reference", "reference"),
    COHORT("cohortId", "cohort"),
    MEASURE("measureId", "measure"),
    POINT("point", "point"),
    VALUE("value", "value"),
    TAKEN_ON("takenOn", "taken_on");

    private final String json;
    private final String file;

    Column(String json, String file) {
        this.json = json;
        this.file = file;
    }

    String json() {
        return json;
    }

    String file() {
        return file;
    }
}
