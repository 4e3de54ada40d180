package org.trellis.evidence.score;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.evidence.World;

/** Sixteen teachers' answers before and after, of which nobody knows whose is whose. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class CategoryCountsTest {
    private World world;

    @BeforeEach
    void tellOfAProject() {
        world = new World();
    }

    @Test
    void countsAnswersWithoutReferencesFromDraftToCell() {
        var submission = world.begun(world.staff(), world.school);
        put(submission, count("BASELINE", 1, 9), count("BASELINE", 2, 6)).then().statusCode(200);
        put(submission, count("BASELINE", 1, 15), count("BASELINE", 4, 1), count("OUTCOME", 4, 16))
                .then()
                .statusCode(200)
                .body("counts.scores", equalTo(32))
                .body("counts.references", equalTo(0));
        put(submission, count("BASELINE", 500, 1), count("LATER", 1, 1), count("OUTCOME", 1, 1), count("OUTCOME", 1, 2))
                .then()
                .statusCode(400)
                .body("violations.path", hasItems("$.counts[0].value", "$.counts[1].point", "$.counts[3].value"));
        world.move(world.staff(), submission, "submit").then().statusCode(200);
        world.assign(submission, world.moderator).then().statusCode(201);
        world.get(world.appointed("moderator"), "/v1/moderation/" + submission)
                .then()
                .body("distributions.n", hasItems(16, 16))
                .body("distributions.find { it.point == 'OUTCOME' }.mean", equalTo(4f));
        world.decide(world.appointed("moderator"), submission, "ACCEPT").then().statusCode(201);

        assertEquals(
                "{\"later\": [0, 16], \"values\": [1.0, 4.0], \"earlier\": [15, 1]}",
                World.sql("select state -> 'unpaired' from cell where cycle_id = '" + world.cycle + "'"));
        assertEquals(
                "16 of 30",
                World.sql("select accepted || ' of ' || expected from completeness_item where cohort_id = '"
                        + world.cohort + "' and point = 'OUTCOME'"));

        var second = world.begun(world.staff(), world.school);
        put(second, count("OUTCOME", 4, 2)).then().statusCode(200);
        world.move(world.staff(), second, "submit").then().statusCode(200);
        world.assign(second, world.moderator).then().statusCode(201);
        world.decide(world.appointed("moderator"), second, "ACCEPT")
                .then()
                .statusCode(409)
                .body("code", equalTo("scores-count-elsewhere"));

        world.move(world.head(), submission, "withdraw").then().statusCode(200);
        assertEquals(
                "0",
                World.sql("select count(*) from cell where state is not null and cycle_id = '" + world.cycle + "'"));
    }

    private Response put(UUID submission, Object... counts) {
        return world.post(
                world.staff(), "/v1/submissions/" + submission + "/counts", Map.of("counts", List.of(counts)));
    }

    private Map<String, Object> count(String point, int value, int people) {
        return Map.of(
                "cohortId",
                world.cohort,
                "measureId",
                world.measure,
                "point",
                point,
                "value",
                value,
                "people",
                people,
                "takenOn",
                "2025-10-01");
    }
}
