package org.trellis.evidence.completeness;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.calendar.Inheritance;
import org.trellis.calendar.SchoolDays;
import org.trellis.embedded.SuiteResource;
import org.trellis.evidence.Today;
import org.trellis.evidence.World;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class CompletenessTest {
    @Inject
    DailyCount daily;

    private World world;

    @BeforeEach
    void tellOfAProject() {
        world = new World();
    }

    @Test
    void countsWhatIsExpectedWhatCameAndWhatWasAccepted() {
        assertEquals("30 expected, 0 received, 0 accepted, 30 missing", of(world.cohort, "BASELINE"));

        var submission = handedIn(world.cohort, "a", "b");
        assertEquals("30 expected, 2 received, 0 accepted, 28 missing", of(world.cohort, "BASELINE"));
        assertEquals("30 expected, 0 received, 0 accepted, 30 missing", of(world.comparison, "BASELINE"));

        accept(submission);
        assertEquals("30 expected, 2 received, 2 accepted, 28 missing", of(world.cohort, "BASELINE"));

        world.move(world.staff(), submission, "amend").then().statusCode(200);
        world.add(world.staff(), submission, List.of(world.score("c", world.cohort, "BASELINE", 70)));
        assertEquals("30 expected, 2 received, 2 accepted, 28 missing", of(world.cohort, "BASELINE"));
        world.move(world.staff(), submission, "submit").then().statusCode(200);
        assertEquals("30 expected, 3 received, 2 accepted, 27 missing", of(world.cohort, "BASELINE"));
        world.decide(world.appointed("moderator"), submission, "RETURN").then().statusCode(201);
        assertEquals("30 expected, 2 received, 2 accepted, 28 missing", of(world.cohort, "BASELINE"));

        world.move(world.head(), submission, "withdraw").then().statusCode(200);
        assertEquals("30 expected, 0 received, 0 accepted, 30 missing", of(world.cohort, "BASELINE"));
    }

    @Test
    void namesTheCohortsToThoseWhoOverseeTheProject() {
        for (var role : List.of("alliance-lead", "rd-lead", "project-lead")) {
            world.get(world.appointed(role), "/v1/completeness?organisationId=" + world.school)
                    .then()
                    .statusCode(200)
                    .body("items.cohort.name", hasItems("7A", "7B"))
                    .body("items.cohort.name", everyItem(notNullValue()));
        }
        world.get(world.academyStaff(), "/v1/completeness?organisationId=" + world.school)
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void tellsOnceTheBaselineOfEveryCohortIsAccepted() {
        accept(handedIn(world.cohort, "a"));
        assertEquals("false", state("baselineAccepted"));
        assertEquals("[]", state("baselineMeasureIds"));

        var second = handedIn(world.comparison, "b");
        accept(second);
        assertEquals("true", state("baselineAccepted"));
        assertEquals("[\"" + world.measure + "\"]", state("baselineMeasureIds"));

        world.move(world.head(), second, "withdraw").then().statusCode(200);
        assertEquals("false", state("baselineAccepted"));

        var id = UUID.fromString(World.sql("select id from completeness where cycle_id = '" + world.cycle
                + "' and organisation_id = '" + world.school + "'"));
        long last = Long.parseLong(World.sql("select sequence from completeness where id = '" + id + "'"));
        var told = world.events()
                .await(
                        "trellis.evidence.events",
                        (int) last + 1,
                        Duration.ofSeconds(20),
                        t -> t.subject().equals(id));
        assertEquals(
                List.of("trellis.evidence.baseline-accepted.v1"),
                told.stream()
                        .map(t -> t.type())
                        .filter(t -> t.contains("baseline"))
                        .toList());
        assertTrue(told.getLast().type().endsWith("completeness-changed.v1"));
        assertTrue(told.getLast().state().contains("\"baselineAccepted\": false"));
    }

    /** Each counts what the others left, though none waits for the others' cells. */
    @Test
    void losesNoneOfThoseThatComeAtOnce() throws Exception {
        var handIns = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 8; i++) {
            var draft = world.begun(world.staff(), world.school);
            world.add(world.staff(), draft, List.of(world.score("p" + i, world.cohort, "BASELINE", 80)));
            handIns.add(() -> world.move(world.staff(), draft, "submit").statusCode());
        }
        try (var threads = Executors.newFixedThreadPool(handIns.size())) {
            for (var answer : threads.invokeAll(handIns)) {
                assertEquals(200, answer.get());
            }
        }
        assertEquals("30 expected, 8 received, 0 accepted, 22 missing", of(world.cohort, "BASELINE"));
    }

    @Test
    void followsThePlanAndWhoTakesPart() {
        accept(handedIn(world.cohort, "a"));
        world.plan("BASELINE", "REVIEW_1", "OUTCOME");
        world.await();
        assertEquals("30 expected, 0 received, 0 accepted, 30 missing", of(world.cohort, "REVIEW_1"));
        world.plan("OUTCOME");
        world.await();
        assertEquals("null expected, 1 received, 1 accepted, null missing", of(world.cohort, "BASELINE"));

        world.leaves("REMOVE");
        assertEquals("[]", state("items"));
        world.get(world.staff(), "/v1/completeness").then().statusCode(200).body("items", hasSize(0));
    }

    /** Two weeks after the due day, one of them closed: what is missing is late by the school days between. */
    @Test
    void countsTheSchoolDaysSinceSomethingWasDue() {
        var today = Today.inEngland();
        var due = today.minusDays(14);
        world.dueOn(due);
        var typical = new SchoolDays(new Inheritance(List.of(), List.of())::year);
        assertEquals(typical.between(due.plusDays(1), today.plusDays(1)), overdue());
        world.get(world.staff(), "/v1/completeness?overdue=true")
                .then()
                .body("items.due", everyItem(equalTo(due.toString())));

        world.closed(today.minusDays(6), today.plusDays(1));
        daily.count();
        assertEquals(typical.between(due.plusDays(1), today.minusDays(6)), overdue());

        var everybody = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 30; i++) {
            everybody.add(world.score("p" + i, world.cohort, "BASELINE", 80));
        }
        var submission = world.begun(world.staff(), world.school);
        world.add(world.staff(), submission, everybody);
        world.move(world.staff(), submission, "submit").then().statusCode(200);
        assertEquals(0, overdue());
    }

    /** As where this service ran before it counted. */
    @Test
    void countsWhoeverWasNeverCounted() {
        accept(handedIn(world.cohort, "a"));
        for (var table : List.of(
                "completeness_item where cycle_id",
                "history where aggregatetype = 'completeness' and state ->> 'cycleId'",
                "completeness where cycle_id")) {
            World.sql("with gone as (delete from " + table + " = '" + world.cycle
                    + "' returning 1) select count(*) from gone");
        }

        daily.count();

        assertEquals("30 expected, 1 received, 1 accepted, 29 missing", of(world.cohort, "BASELINE"));
        assertEquals("false", state("baselineAccepted"));
    }

    private int overdue() {
        return Integer.parseInt(World.sql("select overdue_school_days from completeness_item where cohort_id = '"
                + world.cohort + "' and point = 'BASELINE'"));
    }

    @Test
    void showsEachWhatIsTheirsAndFilters() {
        handedIn(world.cohort, "a");
        var all = "/v1/completeness?projectId=" + world.project;
        world.get(world.staff(), all)
                .then()
                .statusCode(200)
                .body("items", hasSize(4))
                .body("items.organisation.id", everyItem(equalTo(world.school.toString())));
        world.get(world.academyHead(), all).then().body("items", hasSize(2));
        world.get(world.trustTeam(), all).then().body("items", hasSize(2));
        for (var overseer : List.of("rd-lead", "alliance-lead", "project-lead")) {
            world.get(world.appointed(overseer), all).then().body("items", hasSize(6));
        }
        for (var other : List.of(world.stranger(), world.admin(), world.token("a", "la:990", "la-analyst"))) {
            world.get(other, all).then().statusCode(200).body("items", hasSize(0));
        }
        world.get(world.staff(), all + "&cohortId=" + world.cohort + "&point=BASELINE&missing=true&overdue=false")
                .then()
                .body("items", hasSize(1))
                .body("items[0].cohort.name", equalTo("7A"))
                .body("items[0].received", equalTo(1))
                .body("items[0].missing", equalTo(29))
                .body("items[0].due", nullValue());
        world.get(world.staff(), all + "&missing=perhaps").then().statusCode(400);
    }

    private UUID handedIn(UUID cohort, String... pupils) {
        var submission = world.begun(world.staff(), world.school);
        for (var pupil : pupils) {
            world.add(world.staff(), submission, List.of(world.score(pupil, cohort, "BASELINE", 80)));
        }
        world.move(world.staff(), submission, "submit").then().statusCode(200);
        world.assign(submission, world.moderator).then().statusCode(201);
        return submission;
    }

    private void accept(UUID submission) {
        world.decide(world.appointed("moderator"), submission, "ACCEPT").then().statusCode(201);
    }

    private String of(UUID cohort, String point) {
        return World.sql("""
            select format('%%s expected, %%s received, %%s accepted, %%s missing', coalesce(expected::text, 'null'), received,
              accepted, coalesce(missing::text, 'null'))
            from completeness_item where cycle_id = '%s' and cohort_id = '%s' and point = '%s'\
            """.formatted(world.cycle, cohort, point));
    }

    private String state(String field) {
        return World.sql("select state ->> '" + field + "' from completeness where cycle_id = '" + world.cycle
                + "' and organisation_id = '" + world.school + "'");
    }
}
