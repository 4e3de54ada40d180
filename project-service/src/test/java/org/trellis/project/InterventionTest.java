package org.trellis.project;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trellis.project.World.at;
import static org.trellis.project.World.get;
import static org.trellis.project.World.made;
import static org.trellis.project.World.post;
import static org.trellis.project.World.token;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.identity.Writer;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "project"))
class InterventionTest {
    private static final String PATH = "/v1/interventions";
    private static final String OF_THE_TOOLKIT = PATH + "?toolkit=true";

    @Inject
    Writer writer;

    private static Setting setting() {
        return Setting.shared();
    }

    private static String lead() {
        return token(setting().lead);
    }

    private static String toolkit(String q) {
        return get(lead(), OF_THE_TOOLKIT + "&q=" + q)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    private static UUID own(String name, String basedOn) {
        return made(
                lead(),
                PATH,
                Map.of(
                        "allianceId",
                        setting().alliance,
                        "basedOnId",
                        basedOn,
                        "name",
                        name,
                        "strands",
                        List.of("MENTORING_AND_COACHING"),
                        "activeIngredients",
                        List.of("Two sessions of 20 minutes a week"),
                        "adaptable",
                        List.of("Who mentors"),
                        "evidence",
                        List.of(Map.of("citation", "A review of peer tutoring, 2020"))));
    }

    private static ValidatableResponse patch(String token, UUID id, String patch) {
        return given().auth()
                .oauth2(token)
                .contentType("application/merge-patch+json")
                .header("If-Match", get(lead(), PATH + "/" + id).header("ETag"))
                .body(patch)
                .patch(PATH + "/" + id)
                .then();
    }

    private static Map<String, Object> projectWith(Object... interventions) {
        var project = new HashMap<>(setting().newProject());
        project.put("interventionIds", List.of(interventions));
        return project;
    }

    @Test
    void startsWithTheWholeToolkit() {
        get(lead(), OF_THE_TOOLKIT + "&count=true&limit=200")
                .then()
                .statusCode(200)
                .body("total", equalTo(68))
                .body("items.code", everyItem(notNullValue()))
                .body("items.alliance", everyItem(nullValue()))
                .body(
                        "items.find { it.code == 'shared-lesson-observation' }.strands",
                        contains("JOINT_PRACTICE_DEVELOPMENT", "INVESTIGATION"));
        get(lead(), OF_THE_TOOLKIT + "&strand=ENTREPRENEURSHIP&limit=200")
                .then()
                .body("items", hasSize(8));
        assertEquals(
                68,
                writer.one(
                                Integer.class,
                                "select count(*) from history where type like '%intervention-registered%' and actor is null",
                                Map.of())
                        .orElseThrow());
    }

    @Test
    void keepsAnAlliancesOwnInEditionsOfWhichAProjectUsesOne() {
        var base = toolkit("walks");
        var own = own("Learning walks with pupils", base);
        get(lead(), PATH + "/" + own)
                .then()
                .statusCode(200)
                .body("edition", equalTo(1))
                .body("basedOn.id", equalTo(base))
                .body("alliance.id", equalTo(setting().alliance.toString()))
                .body("evidence[0].citation", equalTo("A review of peer tutoring, 2020"));
        var project = made(lead(), "/v1/projects", projectWith(own, base));

        patch(lead(), own, "{\"activeIngredients\": [\"Three sessions a week\"]}")
                .statusCode(200)
                .body("edition", equalTo(2))
                .body("activeIngredients", contains("Three sessions a week"));
        patch(lead(), own, "{\"name\": \"Learning walks with pupils\"}")
                .statusCode(200)
                .body("edition", equalTo(2));

        get(lead(), "/v1/projects/" + project)
                .then()
                .body("interventions.id", contains(own.toString(), base))
                .body("interventions.edition", contains(1, 1));
        get(lead(), PATH + "/" + own + "/editions")
                .then()
                .body("edition", contains(1, 2))
                .body("[0].activeIngredients", contains("Two sessions of 20 minutes a week"))
                .body("[0].evidence.citation", contains("A review of peer tutoring, 2020"));
        get(lead(), PATH + "/" + own + "/history").then().body("[1].changes.path", hasItem("/edition"));
        get(lead(), "/v1/projects?interventionId=" + own).then().body("items.id", contains(project.toString()));
        get(lead(), "/v1/projects?interventionId=" + toolkit("governor")).then().body("items", empty());
    }

    @Test
    void findsWhatIsAlike() {
        var base = toolkit("walks");
        var own = own("Common learning walks", base);

        get(lead(), PATH + "/" + own + "/similar")
                .then()
                .statusCode(200)
                .body("size()", lessThanOrEqualTo(10))
                .body("id", not(hasItem(own.toString())))
                .body("strands.flatten()", hasItem("MENTORING_AND_COACHING"));
        get(lead(), PATH + "/" + base + "/similar").then().body("[0].strands", hasItem("JOINT_PRACTICE_DEVELOPMENT"));
    }

    @Test
    void letsAllReadAndItsAllianceAloneDescribe() {
        var base = toolkit("walks");
        var own = own("Learning walks of ours", base);
        var another = at(setting().outside.registerId(), "school-lead");

        get(another, PATH + "/" + own).then().statusCode(200);
        patch(another, own, "{\"summary\": \"Not theirs\"}").statusCode(403);
        patch(token(setting().partnerLead), own, "{\"summary\": \"Not theirs\"}")
                .statusCode(403);
        patch(lead(), UUID.fromString(base), "{\"summary\": \"Everybody's\"}").statusCode(403);
        post(another, PATH, Map.of("allianceId", setting().alliance, "name", "Not theirs"))
                .then()
                .statusCode(403);
        var nobody = SuiteResource.issuer().token("nobody").signed();
        get(nobody, PATH).then().statusCode(200).body("items", empty());
        get(nobody, PATH + "/" + own).then().statusCode(404);
        get(nobody, PATH + "/" + own + "/history").then().statusCode(404);
    }

    @Test
    void namesEveryInterventionThatIsNotThere() {
        post(lead(), "/v1/projects", projectWith(toolkit("walks"), UUID.randomUUID(), UUID.randomUUID()))
                .then()
                .statusCode(409)
                .body("code", equalTo("reference-pending"))
                .body("violations.path", contains("$.interventionIds[1]", "$.interventionIds[2]"));
        post(lead(), PATH, Map.of("allianceId", setting().alliance, "name", "A", "basedOnId", UUID.randomUUID()))
                .then()
                .statusCode(409)
                .body("violations.path", contains("$.basedOnId"));
    }

    @Test
    void refusesWhatIsNoIntervention() {
        post(
                        lead(),
                        PATH,
                        Map.of(
                                "allianceId",
                                setting().alliance,
                                "name",
                                " ",
                                "strands",
                                List.of("MAGIC"),
                                "evidence",
                                List.of(Map.of("citation", "", "url", "not a link"))))
                .then()
                .statusCode(400);
    }
}
