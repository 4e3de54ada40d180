package org.trellis.reporting;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.trellis.embedded.SuiteResource;

/** Callers of the service under test. */
public final class Asking {
    private Asking() {}

    public static String token(String subject, String organisation, String... roles) {
        return SuiteResource.issuer().token(subject).at(organisation, roles).signed();
    }

    public static String staff(World.School school) {
        return token("staff-" + school.urn(), "urn:" + school.urn(), "school-staff");
    }

    public static Response get(String token, String path) {
        return given().auth().oauth2(token).accept("application/json").get(path);
    }

    public static Response impact(World world, String token) {
        return get(token, "/v1/impact/projects/" + world.project);
    }

    /** Asks again until events have been taken in; the last answer where they never are. */
    public static Response until(Predicate<Response> arrived, String token, String path) {
        var deadline = Instant.now().plus(Duration.ofSeconds(20));
        Response answer = get(token, path);
        while (!arrived.test(answer) && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            answer = get(token, path);
        }
        if (!arrived.test(answer)) {
            throw new AssertionError("events did not arrive: " + answer.asString());
        }
        return answer;
    }

    /** Sends all events of a world and waits until so many schools have their effect. */
    public static Response afterSending(World world, String token, int schools) {
        world.send();
        return until(
                answer -> answer.statusCode() == 200
                        && answer.jsonPath().getInt("restsOn.schools") == schools
                        && answer.jsonPath().get("measure.name") != null
                        && answer.jsonPath().getList("schools.reason.code").stream()
                                .noneMatch("MEASURE_UNKNOWN"::equals),
                token,
                "/v1/impact/projects/" + world.project);
    }
}
