package org.trellis.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;

/** Projects that came as a bundle, went to another alliance, and are done again the year after. */
final class HandedOn {
    private final Directory directory;
    private final Alliances alliances;
    private final Caller lead;

    HandedOn(Api api, Directory directory, Alliances alliances) {
        this.directory = directory;
        this.alliances = alliances;
        this.lead = api.person("alliance-lead");
    }

    /** A bundle is tried first, then taken whole; what it brought goes to another invented alliance. */
    void bringAndHandOn() {
        String bundle = SampleFiles.bundle()
                .replace("{alliance}", alliances.id(Alliances.INVENTED).toString())
                .replace("{priority}", alliances.priority(Alliances.INVENTED).toString())
                .replace("{measure}", directory.measure("READING_STANDARDISED").toString());
        take("?mode=ALL_OR_NOTHING&dryRun=true", bundle);
        take("?mode=ALL_OR_NOTHING", bundle);
        String found = "/v1/projects?q=word%20families";
        JsonNode project = lead.await(found, read -> !read.path("items").isEmpty())
                .path("items")
                .path(0);
        UUID offer = lead.make(
                "/v1/project-transfers",
                Map.of(
                        "projectId",
                        project.path("id").asText(),
                        "toAllianceId",
                        alliances.id(ThreeYears.THICKET),
                        "remainsPartner",
                        true,
                        "note",
                        "Its schools work with the Thicket by now (invented)"),
                "sample transfer");
        lead.post(
                "/v1/project-transfers/" + offer + "/transitions",
                Map.of("action", "accept"),
                "sample transfer accepted");
    }

    private void take(String how, String bundle) {
        String path = "/v1/project-imports";
        UUID id = UUID.fromString(lead.postFile(path + how, bundle, "sample bundle" + how)
                .path("id")
                .asText());
        JsonNode ended = lead.await(path + "/" + id, read -> read.hasNonNull("finishedAt"));
        if (!ended.path("state").asText().equals("DONE")) {
            throw new IllegalStateException("The bundle was not taken: " + ended);
        }
    }

    /** With its measures and its plan, and without its schools. */
    void doAgain(UUID project) {
        lead.make(
                "/v1/projects/" + project + "/copies",
                Map.of(
                        "title", "Paired reading in year 7, a year on (invented)",
                        "startsOn", "2026-09-07",
                        "endsOn", "2027-07-17"),
                "sample copy " + project);
    }
}
