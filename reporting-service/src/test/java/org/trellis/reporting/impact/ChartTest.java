package org.trellis.reporting.impact;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.reporting.Asking;
import org.trellis.reporting.Scores;
import org.trellis.reporting.World;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "reporting"))
class ChartTest {
    private final Scores scores = new Scores(29);

    @Test
    void showsAChartWithoutATokenForAsLongAsNothingChanges() {
        var world = trial(30, 25, 4, 4);
        var reader = world.schools.getFirst();
        Asking.afterSending(world, Asking.staff(reader), 4);
        var charts = Asking.get(Asking.staff(reader), path(world));
        charts.then()
                .statusCode(200)
                .body("charts.kind", contains("FOREST", "FLOW", "BEFORE_AND_AFTER"))
                .body("charts[0].columns", equalTo(List.of("School", "Effect (95% interval)")))
                .body("charts[2].rows.size()", equalTo(2));
        String href = charts.path("charts[0].href");

        given().get(href)
                .then()
                .statusCode(200)
                .contentType(startsWith("image/svg+xml"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(allOf(startsWith("<svg"), containsString("School of 30 &amp; Co"), not(containsString("of 4"))));
        given().get(href.substring(0, href.length() - 4) + "AAAA")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        given().get("/v1/impact/charts/nothing").then().statusCode(404);

        world.cell(reader, world.cohort(reader, "INTERVENTION", false), "ALL", scores.pairs(12, 9));
        world.send();
        given().get(href).then().statusCode(410).body("code", equalTo("link-over"));
    }

    @Test
    void drawsForEachReaderWhatThisOneMaySee() {
        var world = trial(30, 25, 4, 4);
        var small = world.schools.get(2);
        Asking.afterSending(world, Asking.staff(small), 4);

        Asking.get(Asking.staff(small), path(world))
                .then()
                .body("charts[0].rows.collect { it[0] }", hasItem("School of 4 & Co"));
        Asking.get(Asking.staff(world.schools.getFirst()), path(world))
                .then()
                .body("charts[0].rows.collect { it[0] }", not(hasItem("School of 4 & Co")));
        Asking.get(Asking.token("stranger", "urn:999998", "school-staff"), path(world))
                .then()
                .statusCode(404);
    }

    private World trial(int... sizes) {
        var world = World.trial();
        for (int n : sizes) {
            var school = world.school("School of " + n + " & Co");
            world.cell(school, world.cohort(school, "INTERVENTION", false), "ALL", scores.pairs(n, 4));
            world.cell(school, world.cohort(school, "COMPARISON", false), "ALL", scores.pairs(n, 1));
        }
        return world;
    }

    private static String path(World world) {
        return "/v1/impact/projects/" + world.project + "/charts";
    }
}
