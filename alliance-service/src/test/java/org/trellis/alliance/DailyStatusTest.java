package org.trellis.alliance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.trellis.alliance.organisation.DailyStatus;
import org.trellis.embedded.SuiteResource;
import org.trellis.identity.Writer;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "alliance"))
class DailyStatusTest {
    private final Directory directory = new Directory();

    @Inject
    DailyStatus daily;

    @Inject
    Writer writer;

    /** Three replicas at once tell of it once. */
    @Test
    void opensAndClosesASchoolOnItsDay() throws Exception {
        var tomorrow = Today.inEngland().plusDays(1).toString();
        var opening = school("Larkspur", Map.of("opensOn", tomorrow));
        var closing = school("Foxglove", Map.of("closesOn", tomorrow));
        daily.follow();
        found("Larkspur", "PROPOSED").body("items.id", contains(opening.toString()));
        found("Foxglove", "OPEN").body("items.id", contains(closing.toString()));

        writer.run("update organisation set opens_on = today() where id = :id", Map.of("id", opening));
        writer.run("update organisation set closes_on = today() where id = :id", Map.of("id", closing));
        Callable<Void> replica = () -> {
            daily.follow();
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (var done : threads.invokeAll(List.of(replica, replica, replica))) {
                done.get();
            }
        }

        found("Larkspur", "PROPOSED").body("items", empty());
        found("Larkspur", "OPEN").body("items.id", contains(opening.toString()));
        found("Foxglove", "OPEN").body("items", empty());
        found("Foxglove", "CLOSED").body("items.id", contains(closing.toString()));
        history(opening)
                .body(
                        "type",
                        contains(
                                "trellis.alliance.organisation-registered.v1",
                                "trellis.alliance.organisation-changed.v1"));
        history(closing)
                .body(
                        "type",
                        contains(
                                "trellis.alliance.organisation-registered.v1",
                                "trellis.alliance.organisation-closed.v1"));
        get("/v1/organisations/" + closing + "?asOf=" + Today.inEngland().minusDays(1))
                .body("status", equalTo("OPEN"));
    }

    /** Openings are put off, and the register says so later than the day. */
    @Test
    void leavesItToTheRegisterWhetherItsSchoolsHaveOpened() {
        var school = school(
                "Campion", Map.of("opensOn", Today.inEngland().plusDays(1).toString()));
        writer.run(
                "update organisation set opens_on = today(), register_changed_on = today() where id = :id",
                Map.of("id", school));

        daily.follow();

        found("Campion", "PROPOSED").body("items.id", contains(school.toString()));
        // as it was told, for whoever compares
        writer.run(
                "update organisation set opens_on = today() + 1, register_changed_on = null where id = :id",
                Map.of("id", school));
    }

    private UUID school(String name, Map<String, ?> day) {
        var urn = directory.nextUrn();
        return directory.made(
                "/v1/organisations",
                Map.of(
                        "kind",
                        "SCHOOL",
                        "urn",
                        urn,
                        "name",
                        name + " School (invented)",
                        "invented",
                        true,
                        day.keySet().iterator().next(),
                        day.values().iterator().next()));
    }

    private ValidatableResponse found(String name, String status) {
        return get("/v1/organisations?q=" + name + "&status=" + status);
    }

    private ValidatableResponse history(UUID organisation) {
        return get("/v1/organisations/" + organisation + "/history");
    }

    private ValidatableResponse get(String path) {
        return given().auth().oauth2(directory.admin()).get(path).then().statusCode(200);
    }
}
