package org.trellis.alliance;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellis.embedded.SuiteResource;

/**
 * Random histories of a few schools among a few trusts, through the API, against a list of days that knows nothing of
 * periods: what would give a school two trusts on a day is refused, and every day is answered.
 */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "alliance"))
class AffiliationHistoryTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 9, 1);
    private static final int DAYS = 40;
    private static final int STEPS = 80;

    private final Directory directory = new Directory();

    /** One tie as it was asked for: the days from start to end, which is beyond the last day while it is open. */
    private static final class Tie {
        final UUID id;
        final int school;
        final int trust;
        int start;
        int end = Integer.MAX_VALUE;

        Tie(UUID id, int school, int trust, int start) {
            this.id = id;
            this.school = school;
            this.trust = trust;
            this.start = start;
        }

        boolean holdsFrom(int day) {
            return IntStream.rangeClosed(day, DAYS).anyMatch(this::holds);
        }

        boolean holdsWithin(int from, int until) {
            return IntStream.rangeClosed(from, DAYS).anyMatch(day -> day < until && holds(day));
        }

        boolean holds(int day) {
            return start <= day && day < end;
        }
    }

    private final List<Tie> ties = new ArrayList<>();
    private List<UUID> schools;
    private List<UUID> trusts;
    private int refused;

    private static String day(int number) {
        return FIRST.plusDays(number).toString();
    }

    private List<UUID> organisations(String kind, String number, int many) {
        return IntStream.range(0, many)
                .mapToObj(n -> directory.made(
                        "/v1/organisations",
                        Map.of(
                                "kind",
                                kind,
                                "name",
                                kind + " of a history (invented)",
                                number,
                                directory.nextUrn(),
                                "invented",
                                true)))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20260901, 77})
    void answersEveryDayAsAListOfDaysDoes(long seed) {
        var random = new Random(seed);
        schools = organisations("SCHOOL", "urn", 3);
        trusts = organisations("TRUST", "uid", 3);
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> start(random.nextInt(3), random.nextInt(3), random.nextInt(DAYS));
                case 2, 3 -> end(random);
                case 4 -> correct(random);
                default -> takeOver(random.nextInt(3), random.nextInt(3), random.nextInt(DAYS));
            }
        }
        assertTrue(refused > 0 && ties.size() > 3, "some were refused, and some were not");
        for (int school = 0; school < schools.size(); school++) {
            for (int day = 0; day < DAYS; day++) {
                assertEquals(
                        trustOn(school, day),
                        answered(school, day),
                        "school " + school + " on " + day(day) + ", seed " + seed);
            }
        }
    }

    private void start(int school, int trust, int day) {
        var answer = directory.post(
                directory.admin(),
                "/v1/affiliations",
                Map.of(
                        "organisationId", schools.get(school),
                        "toId", trusts.get(trust),
                        "kind", "TRUST",
                        "startsOn", day(day)));
        if (ties.stream().anyMatch(tie -> tie.school == school && tie.holdsFrom(day))) {
            refused++;
            answer.then().statusCode(409);
        } else {
            ties.add(new Tie(
                    UUID.fromString(answer.then().statusCode(201).extract().path("id")), school, trust, day));
        }
    }

    private void end(Random random) {
        if (ties.isEmpty()) {
            return;
        }
        var tie = ties.get(random.nextInt(ties.size()));
        int day = random.nextInt(DAYS);
        var answer =
                directory.post(directory.admin(), "/v1/affiliations/" + tie.id + "/end", Map.of("endsOn", day(day)));
        if (tie.end != Integer.MAX_VALUE || day < tie.start) {
            refused++;
            answer.then().statusCode(409);
        } else {
            tie.end = day;
            answer.then().statusCode(200);
        }
    }

    /** What was said is said otherwise, an empty time included: the tie never was. */
    private void correct(Random random) {
        if (ties.isEmpty()) {
            return;
        }
        var tie = ties.get(random.nextInt(ties.size()));
        int start = random.nextInt(DAYS);
        int end = random.nextInt(3) == 0 ? Integer.MAX_VALUE : start + random.nextInt(DAYS - start);
        var path = "/v1/affiliations/" + tie.id;
        var answer = given().auth()
                .oauth2(directory.admin())
                .contentType("application/merge-patch+json")
                .header("If-Match", directory.get(directory.admin(), path).header("ETag"))
                .header("X-Reason", "told otherwise")
                .body("{\"startsOn\": \"%s\", \"endsOn\": %s}"
                        .formatted(day(start), end == Integer.MAX_VALUE ? "null" : "\"" + day(end) + "\""))
                .patch(path);
        if (ties.stream()
                .anyMatch(other -> other != tie && other.school == tie.school && other.holdsWithin(start, end))) {
            refused++;
            answer.then().statusCode(409);
        } else {
            tie.start = start;
            tie.end = end;
            answer.then().statusCode(200);
        }
    }

    /** Two schools at once: where one of them cannot, neither does. */
    private void takeOver(int trust, int first, int day) {
        var both = List.of(first, (first + 1) % 3);
        var answer = directory.post(
                directory.admin(),
                "/v1/takeovers",
                Map.of(
                        "trustId", trusts.get(trust),
                        "organisationIds", both.stream().map(schools::get).toList(),
                        "startsOn", day(day)));
        var held = ties.stream()
                .filter(tie -> both.contains(tie.school) && tie.holdsFrom(day))
                .toList();
        if (held.stream().anyMatch(tie -> tie.trust == trust || tie.start >= day)) {
            refused++;
            answer.then().statusCode(409);
            return;
        }
        var id = answer.then().statusCode(201).extract().path("id");
        assertTrue(id != null);
        held.forEach(tie -> tie.end = day);
        both.forEach(school -> ties.add(new Tie(started(school, day), school, trust, day)));
    }

    private UUID started(int school, int day) {
        return UUID.fromString(list(school, day).getFirst().get("id").toString());
    }

    private UUID trustOn(int school, int day) {
        var on = ties.stream()
                .filter(tie -> tie.school == school && tie.holds(day))
                .toList();
        assertTrue(on.size() < 2, "the list of days has one trust a day");
        return on.isEmpty() ? null : trusts.get(on.getFirst().trust);
    }

    private UUID answered(int school, int day) {
        var found = list(school, day);
        assertTrue(found.size() < 2, "one trust at a time");
        return found.isEmpty()
                ? null
                : UUID.fromString(
                        ((Map<?, ?>) found.getFirst().get("to")).get("id").toString());
    }

    private List<Map<String, Object>> list(int school, int day) {
        return given().auth()
                .oauth2(directory.admin())
                .get("/v1/affiliations?kind=TRUST&organisationId=" + schools.get(school) + "&asOf=" + day(day))
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }
}
