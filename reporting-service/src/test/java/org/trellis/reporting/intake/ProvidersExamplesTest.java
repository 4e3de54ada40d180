package org.trellis.reporting.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.identity.Writer;
import org.trellis.inbox.Copies;
import org.trellis.inbox.Received;
import org.trellis.testing.EventContract;

/** What the other services promise to send fits what is kept of it here: no column stays empty that a field should fill. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "reporting"))
class ProvidersExamplesTest {
    /** The facts that fill each copy, by the beginning of their names, with the columns that must come out filled. */
    private static final Map<String, Map.Entry<String, List<String>>> FILLED = Map.ofEntries(
            filled("organisation-registered", "organisation", "kind", "name", "register_id", "ukprn"),
            filled("affiliation-started", "affiliation", "organisation_id", "to_id", "kind", "starts_on"),
            filled("alliance-formed", "alliance", "name"),
            filled("appointment-started", "appointment", "person_id", "role", "starts_on"),
            filled("school-committed", "participation", "project_id", "organisation_id", "status"),
            filled("cohort-formed", "cohort", "project_id", "organisation_id", "arm"),
            filled("project-started", "project", "alliance_id", "title", "design", "success_measures"),
            filled(
                    "cycle-reviewed",
                    "cycle",
                    "project_id",
                    "phase",
                    "schools",
                    "decision",
                    "next_focus",
                    "reviewed_on",
                    "review"),
            filled("milestone-missed", "milestone", "project_id", "cycle_id", "name", "due", "state"),
            filled("milestone-met", "milestone", "project_id", "state", "met_on"),
            filled("readiness-changed", "readiness", "project_id", "checked_on", "answers"),
            filled("measure-defined", "measure", "name", "about", "higher_is_better"),
            filled("submission-accepted", "submission", "project_id", "organisation_id", "status"),
            filled(
                    "completeness-changed",
                    "completeness",
                    "project_id",
                    "cycle_id",
                    "organisation_id",
                    "items",
                    "complete"),
            filled("baseline-accepted", "completeness", "project_id", "baseline_accepted"),
            filled(
                    "cell-computed",
                    "cell",
                    "project_id",
                    "cohort_id",
                    "measure_id",
                    "\"from\"",
                    "\"to\"",
                    "subgroup",
                    "cause"));

    private static Map.Entry<String, Map.Entry<String, List<String>>> filled(
            String fact, String table, String... columns) {
        return Map.entry(fact, Map.entry(table, List.of(columns)));
    }

    @Inject
    Copies copies;

    @Inject
    Intake intake;

    @Inject
    Writer writer;

    @Inject
    ObjectMapper json;

    @Test
    void fillsTheCopiesFromEveryProvidersExamples() throws IOException {
        Set<String> met = new TreeSet<>();
        for (var service : List.of("alliance", "project", "evidence")) {
            var examples = EventContract.examples(Path.of("../" + service + "-service/contract/events"));
            assertFalse(examples.isEmpty(), service + " has examples");
            for (var file : examples) {
                var fact = file.getFileName().toString().replaceAll("\\.v1\\.example\\.json$", "");
                if (FILLED.containsKey(fact)) {
                    met.add(fact);
                    var copy = FILLED.get(fact);
                    keep(copy.getKey(), json.readTree(file.toFile()), copy.getValue());
                }
            }
        }
        assertEquals(new TreeSet<>(FILLED.keySet()), met);
    }

    private void keep(String table, JsonNode state, List<String> columns) {
        var id = UUID.randomUUID();
        var event = new Received(UUID.randomUUID(), "example", table, id, 1, 1, state, Instant.EPOCH);
        if (table.equals("cell")) {
            CellState.check(event, json);
        }
        QuarkusTransaction.requiringNew().run(() -> {
            intake.begin();
            copies.keep(Map.of(table, table), List.of(event));
        });
        for (var column : columns) {
            assertEquals(
                    List.of(true),
                    writer.list(
                            Boolean.class,
                            "select " + column + " is not null from " + table + " where id = :id",
                            Map.of("id", id)),
                    table + "." + column);
        }
    }
}
