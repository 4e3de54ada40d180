package org.trellis.reporting.impact;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.reporting.Asking;
import org.trellis.reporting.Scores;
import org.trellis.reporting.World;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "reporting"))
class AccessLogTest {
    private final Scores scores = new Scores(11);

    @Test
    void tellsEachSchoolWhoHasReadItsResultsAndNothingOfWhatWasWithheld() {
        var world = World.trial();
        for (int pupils : new int[] {30, 30, 4, 4}) {
            var school = world.school("School of " + pupils);
            world.cell(school, world.cohort(school, "INTERVENTION", false), "ALL", scores.pairs(pupils, 4));
            world.cell(school, world.cohort(school, "COMPARISON", false), "ALL", scores.pairs(pupils, 1));
        }
        var reader = world.schools.getFirst();
        Asking.afterSending(world, Asking.staff(reader), 4);
        var log = "/v1/reporting-access-log?aboutId=" + world.project;

        var shown = world.schools.get(1);
        Asking.get(Asking.token("head", "urn:" + shown.urn(), "school-lead"), log)
                .then()
                .statusCode(200)
                .body("items.what", contains("impact"))
                .body("items[0].organisationId", equalTo(shown.id().toString()))
                .body("items[0].by.organisations[0].id", equalTo("urn:" + reader.urn()));
        var withheld = world.schools.get(2);
        Asking.get(Asking.token("head", "urn:" + withheld.urn(), "school-lead"), log)
                .then()
                .body("items", empty());
        Asking.get(Asking.staff(shown), log).then().body("items", empty());
    }
}
