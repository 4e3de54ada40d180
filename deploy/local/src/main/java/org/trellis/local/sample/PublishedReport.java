package org.trellis.local.sample;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** What the larger project's lead writes of it, and the R&D lead publishes. */
final class PublishedReport {
    private final Api api;

    PublishedReport(Api api) {
        this.api = api;
    }

    /** Of a project whose evidence is complete. @return where the report can be read */
    URI of(UUID project) {
        UUID report = api.person("project-lead")
                .make(
                        "/v1/reports",
                        Map.of(
                                "projectId",
                                project,
                                "title",
                                "Paired reading in eight schools (invented)",
                                "summary",
                                "Pupils who read in pairs came on a little further than those who did not, in most of the "
                                        + "eight schools. How much differs from school to school.",
                                "commentary",
                                Map.of(
                                        "LEARNING",
                                        "Pairs that stayed together for the whole term worked best; a quiet place mattered more "
                                                + "than the books.",
                                        "DECISION",
                                        "Adopt it for all of year 7, and look again after a year.",
                                        "LIMITS",
                                        "Schools, pupils and scores are invented.")),
                        "sample report " + project);
        String path = "/v1/reports/" + report;
        api.person("rd-lead")
                .post(path + "/transitions", Map.of("action", "publish"), "sample report published " + project);
        return api.address(path);
    }
}
