package org.trellis.project.bundle;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trellis.project.World.get;
import static org.trellis.project.World.json;
import static org.trellis.project.World.post;
import static org.trellis.project.World.token;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellis.embedded.SuiteResource;
import org.trellis.identity.Writer;
import org.trellis.project.Setting;

/** Projects with their schools and cohorts, as a trust's central team sends them. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "project"))
class BundleTest {
    private static final String HEADER =
            "kind,project,alliance,title,focusArea,researchQuestions,design,startsOn,endsOn,priorities,measure,primary,points,organisation,name,arm,about,size\n";

    private final Setting setting = Setting.shared();
    private final String lead = token(setting.lead);
    private final String key = UUID.randomUUID().toString();

    @Inject
    Writer writer;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void takesABundleInWhateverOrderItsRowsCome(long seed) {
        var rows = new ArrayList<>(bundle("A" + seed));
        Collections.shuffle(rows, new Random(seed));

        take("?dryRun=true", rows).body("state", equalTo("DONE")).body("outcome.created", equalTo(8));
        find("A" + seed).body("items", empty());

        take("", rows).body("state", equalTo("DONE")).body("causes", empty()).body("outcome.created", equalTo(8));
        String project = find("A" + seed).body("items", hasSize(1)).extract().path("items[0].id");
        get(lead, "/v1/projects/" + project)
                .then()
                .body("state", equalTo("DRAFT"))
                .body("researchQuestions", contains("Does it help?", "Whom?"))
                .body("priorities.name", contains("Reading at transfer"))
                .body("successMeasures[0].primary", equalTo(true))
                .body("successMeasures[0].points.point", contains("BASELINE", "OUTCOME"));
        get(lead, "/v1/participations?projectId=" + project)
                .then()
                .body("items.status", contains("INVITED", "INVITED"));
        get(lead, "/v1/cohorts?projectId=" + project)
                .then()
                .body("items.name", containsInAnyOrder("7R", "7S", "7R", "7S"));

        long told = told();
        take("", rows).body("outcome.created", equalTo(0)).body("outcome.unchanged", equalTo(8));
        assertEquals(told, told(), "what is there already is not told again");
    }

    @Test
    void takesJsonLinesToo() {
        var columns = HEADER.strip().split(",", -1);
        var lines = bundle("J").stream()
                .map(row -> {
                    var cells = row.split(",", -1);
                    var object = new TreeMap<String, Object>();
                    for (int i = 0; i < columns.length; i++) {
                        object.put(columns[i], cells[i]);
                    }
                    return json(object);
                })
                .toList();

        finished("application/x-ndjson", "", String.join("\n", lines)).body("outcome.created", equalTo(8));

        find("J").body("items", hasSize(1));
    }

    @Test
    void namesWhatItCannotKeepAndKeepsTheRest() {
        var rows = new ArrayList<>(bundle("B"));
        rows.add(cohort("B", "urn:999999", "7R"));
        rows.add(cohort("no-such-key", "urn:" + setting.school.urn(), "7R"));
        rows.add(row("PARTICIPATION", "B", Map.of("organisation", "urn:" + setting.school.urn())));
        rows.add(row(
                "COHORT", "B", Map.of("organisation", "urn:" + setting.school.urn(), "name", "8X", "size", "many")));
        rows.add(row("PROJECT", "C", Map.of("alliance", setting.partner.toString())));
        rows.add(project("D", setting.partner, setting.priority));

        take("", rows)
                .body("outcome.created", equalTo(8))
                .body("outcome.refused", equalTo(6))
                .body("causes.code", hasItem("unknown-organisation"))
                .body("causes.code", hasItem("unknown-project"))
                .body("causes.code", hasItem("twice"))
                .body("causes.code", hasItem("not-permitted"))
                .body("causes.code", hasItem("unknown-priority"))
                .body("causes.findAll { it.code == 'invalid' }.column", hasItem("size"))
                .body("causes.findAll { it.code == 'invalid' }.column", hasItem("arm"))
                .body("causes.findAll { it.code == 'invalid' }.column", hasItem("title"));
    }

    @Test
    void keepsNothingOfABundleThatIsToBeTakenWhole() {
        var rows = new ArrayList<>(bundle("E"));
        rows.add(cohort("E", "urn:999999", "7R"));

        take("?mode=ALL_OR_NOTHING", rows).body("state", equalTo("REFUSED"));

        find("E").body("items", empty());
    }

    @Test
    void describesADraftAnewAndNothingThatIsProposed() {
        var rows = bundle("F");
        take("", rows);
        var other = rows.stream()
                .map(row -> row.replace("Does it help?", "Does it help at all?"))
                .toList();

        take("", other).body("outcome.changed", equalTo(1)).body("outcome.unchanged", equalTo(7));

        String project = find("F").extract().path("items[0].id");
        setting.proposed(UUID.fromString(project));
        take("", rows).body("outcome.refused", equalTo(1)).body("causes.code", contains("no-longer-a-draft"));
    }

    @Test
    void bringsNoNewCohortIntoAFrozenPlan() {
        var rows = bundle("G");
        take("", rows);
        String project = find("G").extract().path("items[0].id");
        post(
                        lead,
                        "/v1/projects/" + project + "/analysis-plans",
                        Map.of(
                                "primaryMeasureId",
                                setting.measure,
                                "estimator",
                                "ANCOVA",
                                "comparison",
                                "COMPARISON_COHORTS"))
                .then()
                .statusCode(201);
        writer.run(
                "update project set delivering_since = current_date where id = :id",
                Map.of("id", UUID.fromString(project)));
        rows.add(cohort("G", "urn:" + setting.school.urn(), "7T"));

        take("", rows)
                .body("outcome.refused", equalTo(1))
                .body("outcome.unchanged", equalTo(8))
                .body("causes.code", contains("deviation-needs-a-reason"));
    }

    @Test
    void asksNoSchoolAgainThatLeft() {
        var rows = bundle("H");
        take("", rows);
        String project = find("H").extract().path("items[0].id");
        var schools = "/v1/participations?projectId=" + project;
        String left = get(lead, schools).path("items.find { it.organisation.id == '" + setting.school.id() + "' }.id");
        post(
                        lead,
                        "/v1/participations/" + left + "/transitions",
                        Map.of("action", "withdraw", "reason", "STAFFING", "note", "The head has said so"))
                .then()
                .statusCode(200);

        take("", rows)
                .body("outcome.created", equalTo(0))
                .body("outcome.refused", equalTo(3))
                .body("outcome.unchanged", equalTo(5))
                .body("causes.code.unique()", contains("participation-is-over"));

        get(lead, schools).then().body("items.status", containsInAnyOrder("INVITED", "WITHDRAWN"));
    }

    @Test
    void bringsNothingIntoAProjectThatEndsMeanwhile() throws Exception {
        var rows = bundle("I");
        take("", rows);
        String project = find("I").extract().path("items[0].id");
        rows.add(row("PARTICIPATION", "I", Map.of("organisation", "urn:" + setting.guest.urn())));
        var held = new CountDownLatch(1);
        try (var other = Executors.newSingleThreadExecutor()) {
            var ending = other.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
                writer.run(
                        "update project set state = 'WITHDRAWN' where id = :id",
                        Map.of("id", UUID.fromString(project)));
                held.countDown();
                await().atMost(60, SECONDS).until(this::judged);
            }));
            held.await();

            take("", rows)
                    .body("outcome.created", equalTo(0))
                    .body("outcome.refused", equalTo(7))
                    .body("causes.code.unique()", contains("project-is-over"));

            ending.get();
        }
        get(lead, "/v1/participations?projectId=" + project).then().body("items", hasSize(2));
    }

    private boolean judged() {
        return writer.one(Boolean.class, "select exists (select from import_job where step = 'APPLY')", Map.of())
                .orElseThrow();
    }

    private List<String> bundle(String name) {
        var rows = new ArrayList<String>();
        rows.add(project(name, setting.alliance, setting.priority));
        rows.add(row(
                "MEASURE",
                name,
                Map.of(
                        "measure",
                        setting.measure.toString(),
                        "primary",
                        "YES",
                        "points",
                        "BASELINE 2025-10-01 | OUTCOME")));
        for (var school : List.of(setting.school, setting.otherSchool)) {
            rows.add(row("PARTICIPATION", name, Map.of("organisation", "urn:" + school.urn())));
            rows.add(cohort(name, "urn:" + school.urn(), "7R"));
            rows.add(cohort(name, "urn:" + school.urn(), "7S"));
        }
        return rows;
    }

    private String project(String name, UUID alliance, UUID priority) {
        return row(
                "PROJECT",
                name,
                Map.of(
                        "alliance", alliance.toString(),
                        "title", "Bundle " + name + " " + key,
                        "focusArea", "TRANSITION_AND_LITERACY",
                        "researchQuestions", "Does it help? | Whom?",
                        "design", "WITHIN_SCHOOLS",
                        "startsOn", "2025-09-01",
                        "endsOn", "2026-07-20",
                        "priorities", priority.toString()));
    }

    private String cohort(String name, String school, String cohort) {
        return row(
                "COHORT",
                name,
                Map.of("organisation", school, "name", cohort, "arm", "INTERVENTION", "about", "PUPIL", "size", "28"));
    }

    private String row(String kind, String name, Map<String, String> cells) {
        var row = new ArrayList<String>();
        for (var column : HEADER.strip().split(",", -1)) {
            row.add(
                    switch (column) {
                        case "kind" -> kind;
                        case "project" -> name + " " + key;
                        default -> cells.getOrDefault(column, "");
                    });
        }
        return String.join(",", row);
    }

    private ValidatableResponse find(String name) {
        return get(lead, "/v1/projects?q=Bundle " + name + " " + key).then().statusCode(200);
    }

    private ValidatableResponse take(String query, List<String> rows) {
        return finished("text/csv", query, HEADER + String.join("\n", rows));
    }

    private ValidatableResponse finished(String type, String query, String file) {
        String at = given().auth()
                .oauth2(lead)
                .contentType(type)
                .body(file.getBytes(UTF_8))
                .post("/v1/project-imports" + query)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(60, SECONDS).until(() -> get(lead, at).path("finishedAt") != null);
        return get(lead, at).then();
    }

    /** Readiness is worked out in the background, and tells what it finds by itself. */
    private long told() {
        return writer.one(Long.class, "select count(*) from history where aggregatetype <> 'readiness'", Map.of())
                .orElseThrow();
    }
}
