package org.trellis.evidence.outcome;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.evidence.World;

/** What the cells say of a file is what a plain pass over the file's own lines finds. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class IndependentPassTest {
    private static final int PUPILS = 300;

    private final Random random = new Random(2026);
    private final Map<String, double[]> pairs = new HashMap<>();
    private int earlierOnly;

    @Test
    void agreesWithTheFile() throws IOException {
        var world = new World();
        var file = new StringBuilder("reference,cohort,measure,point,value,taken_on,pupil_premium\n");
        for (int i = 0; i < PUPILS; i++) {
            pupil(world, file, "p" + i, i % 3 == 0 ? "YES" : "NO");
        }
        var submission = world.begun(world.staff(), world.school);
        given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("text/csv", ContentType.TEXT)))
                .auth()
                .oauth2(world.staff())
                .contentType("text/csv")
                .body(file.toString())
                .post("/v1/submissions/" + submission + "/scores")
                .then()
                .statusCode(200);
        world.move(world.staff(), submission, "submit").then().statusCode(200);
        world.assign(submission, world.moderator).then().statusCode(201);
        world.decide(world.appointed("moderator"), submission, "ACCEPT").then().statusCode(201);

        compare(cell(world, "ALL"), List.copyOf(pairs.values()));
        assertEquals(earlierOnly, cell(world, "ALL").path("earlierOnly").asInt());
        for (var value : List.of("YES", "NO")) {
            compare(
                    cell(world, "PUPIL_PREMIUM=" + value),
                    pairs.entrySet().stream()
                            .filter(pair -> pair.getKey().endsWith(value))
                            .map(Map.Entry::getValue)
                            .toList());
        }
    }

    private void pupil(World world, StringBuilder file, String pupil, String premium) {
        double before = random.nextInt(150_000) / 1000.0;
        double after = Math.clamp(Math.round((before + 10 * random.nextGaussian()) * 1000) / 1000.0, 0, 150);
        line(world, file, pupil, "BASELINE", before, premium);
        if (random.nextInt(10) > 0) {
            line(world, file, pupil, "OUTCOME", after, premium);
            pairs.put(pupil + premium, new double[] {before, after});
        } else {
            earlierOnly++;
        }
    }

    private static void line(
            World world, StringBuilder file, String pupil, String point, double value, String premium) {
        file.append(String.join(
                ",",
                world.reference(pupil),
                "7A",
                world.code(),
                point,
                String.format(Locale.ROOT, "%.3f", value),
                "2025-10-01",
                premium + "\n"));
    }

    private static JsonNode cell(World world, String subgroup) throws IOException {
        return new ObjectMapper()
                .readTree(World.sql("select state from cell where cohort_id = '" + world.cohort
                        + "' and state ->> 'subgroup' = '" + subgroup + "'"));
    }

    /** Two passes in floating point: first the means, then the deviations from them. */
    private static void compare(JsonNode cell, List<double[]> pairs) {
        double[] mean = new double[2];
        pairs.forEach(pair -> {
            mean[0] += pair[0] / pairs.size();
            mean[1] += pair[1] / pairs.size();
        });
        var deviations = new ArrayList<double[]>();
        pairs.forEach(pair -> deviations.add(new double[] {pair[0] - mean[0], pair[1] - mean[1]}));
        assertEquals(pairs.size(), cell.path("n").asInt());
        var moments = cell.path("moments");
        near(mean[0], moments.path("meanX"));
        near(mean[1], moments.path("meanY"));
        near(deviations.stream().mapToDouble(d -> d[0] * d[0]).sum(), moments.path("m2x"));
        near(deviations.stream().mapToDouble(d -> d[1] * d[1]).sum(), moments.path("m2y"));
        near(deviations.stream().mapToDouble(d -> d[0] * d[1]).sum(), moments.path("cxy"));
        int reached = (int)
                pairs.stream().filter(pair -> pair[0] < 90 && pair[1] >= 90).count();
        assertEquals(reached, cell.path("threshold").path("belowAt").asInt());
    }

    private static void near(double expected, JsonNode found) {
        assertEquals(expected, found.asDouble(), Math.abs(expected) * 1e-12);
    }
}
