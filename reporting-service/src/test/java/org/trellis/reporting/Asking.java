package org.trellis.reporting;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
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

    /** Sends all events of a world and asks for its impact; by then so many schools must have evidence. */
    public static Response afterSending(World world, String token, int schools) {
        world.send();
        var answer = impact(world, token);
        answer.then().statusCode(200).body("restsOn.schools", equalTo(schools));
        return answer;
    }
}
