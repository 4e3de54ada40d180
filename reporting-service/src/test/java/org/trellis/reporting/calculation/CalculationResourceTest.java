package org.trellis.reporting.calculation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import groovy.json.JsonOutput;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.reporting.Asking;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "reporting"))
class CalculationResourceTest {
    @Test
    void computesAnEffectSize() {
        post("effect-sizes", """
                {"estimator": "POST_SMD",
                 "intervention": {"n": 20, "post": {"mean": 38.5, "sd": 11.6}},
                 "comparison": {"n": 20, "post": {"mean": 19.7, "sd": 14.8}}}""")
                .then()
                .statusCode(200)
                .body("estimator", equalTo("POST_SMD"))
                .body("ci.level", equalTo(0.95f))
                .body("months.flag", equalTo("BEYOND_TABLE"));
    }

    @Test
    void poolsEffects() {
        post("pooled-effects", """
                {"model": "REML", "adjustment": "HARTUNG_KNAPP", "confidence": 0.95, "effects": [
                  {"label": "School A", "effect": 0.21, "variance": 0.012},
                  {"label": "School B", "effect": 0.35, "variance": 0.02},
                  {"label": "School C", "effect": -0.04, "variance": 0.03}]}""")
                .then()
                .statusCode(200)
                .body("k", equalTo(3))
                .body("leaveOneOut.label", hasItems("School A", "School B", "School C"))
                .body("weights", hasSize(3));
    }

    @Test
    void answersEveryExampleOfItsDescription() {
        Map<String, Map<String, Map<String, Object>>> paths =
                given().accept("application/json").get("/openapi").jsonPath().getMap("paths");
        var answered = new ArrayList<String>();
        paths.forEach((path, operations) -> {
            if (path.startsWith("/v1/calculations/")) {
                Map<String, Map<String, Object>> examples = new JsonPath(JsonOutput.toJson(operations))
                        .getMap("post.requestBody.content.'application/json'.examples");
                examples.forEach((name, example) -> {
                    post(path.substring("/v1/calculations/".length()), JsonOutput.toJson(example.get("value")))
                            .then()
                            .statusCode(200)
                            .body("method", notNullValue());
                    answered.add(name);
                });
            }
        });
        assertEquals(10, answered.size(), answered.toString());
    }

    @Test
    void comparesGroupsAndExplainsEffects() {
        post("subgroup-comparisons", """
                {"model": "FIXED", "groups": [
                  {"label": "Primary", "effects": [{"effect": 0.1, "variance": 0.04}]},
                  {"label": "Secondary", "effects": [{"effect": 0.7, "variance": 0.05}]}]}""")
                .then()
                .statusCode(200)
                .body("qBetween", equalTo(4.0f))
                .body("differences[0].label", equalTo("Secondary"))
                .body("differences[0].difference", equalTo(0.6f));
        post("meta-regressions", """
                {"moderators": ["x", "y"], "seed": 3, "effects": [
                  {"effect": 0.1, "variance": 0.04, "values": [1, 2]}, {"effect": 0.1, "variance": 0, "values": [1]}]}""")
                .then()
                .statusCode(400)
                .body("violations.path", hasItems("$.effects[1].variance", "$.effects[1].values"));
        post("meta-regressions", """
                {"moderators": ["x"], "effects": [
                  {"effect": 0.1, "variance": 0.04, "values": [1]}, {"effect": 0.2, "variance": 0.04, "values": [1]},
                  {"effect": 0.3, "variance": 0.04, "values": [1]}]}""").then().statusCode(400).body("violations.path", hasItem("$.moderators"));
    }

    @Test
    void namesEverythingThatIsWrong() {
        post("effect-sizes", """
                {"estimator": "POST_SMD",
                 "intervention": {"n": 1, "post": {"mean": 38.5, "sd": 0}},
                 "comparison": {"n": 20, "post": {"mean": 19.7, "sd": 14.8}}}""")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("violations.path", hasItems("$.intervention.n", "$.intervention.post.sd"));
        post("pooled-effects", """
                {"effects": [{"effect": 1e308, "variance": -1}], "more": true}""").then().statusCode(400).body("violations.path", hasItem("$.more"));
    }

    private static Response post(String path, String body) {
        return given().auth()
                .oauth2(Asking.token("anyone", "urn:900001", "school-staff"))
                .contentType("application/json")
                .body(body)
                .post("/v1/calculations/" + path);
    }
}
