package org.trellis.vocabulary;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "blocks"))
class VocabularyTest {
    @Test
    void saysWhatEachCodeMeansInTheFilesOrder() {
        var token = SuiteResource.issuer().token("anyone").signed();

        given().auth()
                .oauth2(token)
                .get("/v1/blocks-vocabularies")
                .then()
                .statusCode(200)
                .body("items[0].name", equalTo("colour"))
                .body("items[0].codes.code", contains("RED", "DARK_GREEN"))
                .body("items[0].codes.label", contains("Red", "Dark green"));
        given().auth().oauth2(token).get("/v1/another-vocabularies").then().statusCode(404);
    }
}
