package org.trellis.reporting.impact;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.reporting.Asking;
import org.trellis.reporting.Scores;
import org.trellis.reporting.World;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "reporting"))
class ImpactPageTest {
    private static final List<String> NAMES = List.of(
            "Alderbrook Academy",
            "Beech Hill School",
            "Castle Street Primary",
            "Dunmore High School",
            "Elm Bank School",
            "Fairfield Church of England Primary",
            "Greenway Academy",
            "Holly Lane School");

    private final Scores scores = new Scores(11);

    /** The page is left in target/pages, to be looked at. */
    @Test
    void drawsEverySchoolAndTheOverallFigure() throws IOException {
        var world = eightSchools();
        var token = Asking.staff(world.schools.getFirst());
        Asking.afterSending(world, token, 8);

        var page = given().auth()
                .oauth2(token)
                .accept("text/html")
                .get(path(world))
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header(
                        "Content-Security-Policy",
                        allOf(containsString("default-src 'none'"), containsString("style-src 'nonce-")))
                .extract()
                .asString();

        NAMES.forEach(name -> assertEquals(true, page.contains(name), name));
        assertEquals(8, page.split("<rect class=\"school\"", -1).length - 1);
        assertEquals(1, page.split("<polygon class=\"overall\"", -1).length - 1);
        assertEquals(false, page.contains("<script"), "the page needs no script");
        Files.createDirectories(Path.of("target/pages"));
        Files.writeString(Path.of("target/pages/impact.html"), page);
    }

    @Test
    void writesNamesAsTextAndNotAsMarkup() {
        var world = World.trial();
        var school = world.school("<b onclick=x>School & Co</b>");
        world.cell(school, world.cohort(school, "INTERVENTION", false), "ALL", scores.pairs(20, 3));
        Asking.afterSending(world, Asking.staff(school), 1);

        given().auth()
                .oauth2(Asking.staff(school))
                .accept("text/html")
                .get(path(world))
                .then()
                .body(not(containsString("<b onclick")))
                .body(containsString("&lt;b onclick=x&gt;School &amp; Co"));
    }

    @Test
    void givesTheSchoolsAsCsvWithTheSymbolWhereFiguresAreWithheld() {
        var world = World.trial();
        for (int n : List.of(20, 25, 4)) {
            var school = world.school("=School of " + n);
            world.cell(school, world.cohort(school, "INTERVENTION", false), "ALL", scores.pairs(n, 3));
            world.cell(school, world.cohort(school, "COMPARISON", false), "ALL", scores.pairs(20, 1));
        }
        var token = Asking.staff(world.schools.getFirst());
        Asking.afterSending(world, token, 3);

        given().auth()
                .oauth2(token)
                .accept("text/csv")
                .get(path(world))
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(startsWith("school_id,school_name,intervention_n,"))
                .body(containsString("'=School of 4,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,c,WITHHELD"))
                .body(containsString("'=School of 20,20,"));
    }

    @Test
    void sendsABrowserToSignInWithStateAndPkceAndLeadsBackToTheFront() {
        given().redirects()
                .follow(false)
                .accept("text/html,application/xhtml+xml")
                .header("X-Forwarded-Host", "localhost:8080")
                .header("X-Forwarded-Proto", "http")
                .get("/v1/impact/projects/01890000-0000-7000-8000-000000000000")
                .then()
                .statusCode(302)
                .header(
                        "Location",
                        allOf(
                                startsWith(SuiteResource.issuer().url() + "/authorize?"),
                                containsString("client_id=trellis-web"),
                                containsString("state="),
                                containsString("code_challenge="),
                                containsString("code_challenge_method=S256"),
                                containsString(
                                        "redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fv1%2Fimpact%2Fsigned-in")));
    }

    @Test
    void asksEveryoneElseForABearerToken() {
        for (var path : List.of(
                "/v1/impact/projects/01890000-0000-7000-8000-000000000000",
                "/v1/progress/projects/01890000-0000-7000-8000-000000000000")) {
            given().redirects()
                    .follow(false)
                    .accept("application/json")
                    .get(path)
                    .then()
                    .statusCode(401)
                    .body("code", equalTo("unauthenticated"));
        }
        given().redirects()
                .follow(false)
                .accept("text/html")
                .get("/v1/progress/projects/01890000-0000-7000-8000-000000000000")
                .then()
                .statusCode(406);
    }

    private World eightSchools() {
        var world = World.trial();
        for (int i = 0; i < NAMES.size(); i++) {
            var school = world.school(NAMES.get(i));
            var treated = world.cohort(school, "INTERVENTION", false);
            var others = world.cohort(school, "COMPARISON", false);
            world.cell(school, treated, "ALL", scores.pairs(38 + 4 * i, 3 + i % 4));
            world.cell(school, others, "ALL", scores.pairs(44 + 2 * i, 0.5));
            world.cell(school, treated, "PUPIL_PREMIUM=YES", scores.pairs(12 + i, 5));
            world.cell(school, others, "PUPIL_PREMIUM=YES", scores.pairs(13 + i, 1));
            world.cell(school, treated, "PUPIL_PREMIUM=NO", scores.pairs(26 + 3 * i, 3));
            world.cell(school, others, "PUPIL_PREMIUM=NO", scores.pairs(31 + i, 0));
        }
        return world;
    }

    private static String path(World world) {
        return "/v1/impact/projects/" + world.project;
    }
}
