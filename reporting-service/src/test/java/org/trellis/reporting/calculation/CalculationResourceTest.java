package org.trellis.reporting.calculation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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
