package org.trellis.exports;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.embedded.Token;
import org.trellis.identity.Writer;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "blocks"))
class ExportTest {
    /** More than one step writes. */
    private static final int ITEMS = 4_321;

    @Inject
    Writer writer;

    private UUID shelf;
    private String keeper;
    private String another;

    @BeforeEach
    void twoShelves() {
        shelf = UUID.randomUUID();
        keeper = shelf(shelf, ITEMS);
        another = shelf(UUID.randomUUID(), 3);
    }

    private String shelf(UUID shelf, int items) {
        writer.run("insert into shelf values (:id, :place)", Map.of("id", shelf, "place", "urn:" + shelf));
        writer.run(
                "insert into item select gen_random_uuid(), :shelf, n from generate_series(1, :items) n",
                Map.of("shelf", shelf, "items", items));
        return keeperOf(shelf).at("urn:" + shelf, "keeper").signed();
    }

    private static Token keeperOf(UUID shelf) {
        return SuiteResource.issuer().token("keeper-" + shelf);
    }

    private ValidatableResponse request(String token, String list) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("list", list))
                .post("/v1/blocks-exports")
                .then();
    }

    private ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get(path).then();
    }

    private String done(String token, String list) {
        String at = request(token, list).statusCode(202).extract().header("Location");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> get(token, at).extract().path("finishedAt") != null);
        return at;
    }

    private List<String> lines(String token, String at, String type) {
        return given().auth()
                .oauth2(token)
                .accept(type)
                .get(at + "/file")
                .then()
                .statusCode(200)
                .contentType(type)
                .extract()
                .asString()
                .lines()
                .toList();
    }

    @Test
    void writesOutAWholeListAsItsCallerSeesIt() {
        var at = done(keeper, "/v1/items?sort=-version");

        get(keeper, at)
                .body("state", equalTo("DONE"))
                .body("rows", equalTo(ITEMS))
                .body("file", equalTo(at + "/file"));
        var items = lines(keeper, at, "application/x-ndjson");
        assertEquals(ITEMS, items.size());
        assertTrue(items.getFirst().endsWith("\"version\":" + ITEMS + "}"), items.getFirst());
        var rows = lines(keeper, at, "text/csv");
        assertEquals("id,shelfId,version", rows.getFirst());
        assertEquals(
                IntStream.rangeClosed(1, ITEMS).boxed().toList().reversed(),
                rows.stream()
                        .skip(1)
                        .map(row -> Integer.valueOf(row.substring(row.lastIndexOf(',') + 1)))
                        .toList());
    }

    @Test
    void showsNothingOfItToAnother() {
        var at = done(keeper, "/v1/items");

        get(another, at).statusCode(404);
        get(another, at + "/file").statusCode(404);
        get(another, "/v1/blocks-exports").statusCode(200).body("items", empty());
        get(keeper, "/v1/blocks-exports").body("items", hasSize(1));
        get(keeper, at.replace("blocks", "other")).statusCode(404);
        assertEquals(
                3,
                lines(another, done(another, "/v1/items"), "application/x-ndjson")
                        .size());
    }

    @Test
    void showsItNoMoreToOneWhoIsNoKeeperAnyMore() {
        var file = done(keeper, "/v1/items") + "/file";

        get(keeperOf(shelf).signed(), file).statusCode(404);
        get(keeperOf(shelf).at("urn:" + shelf, "reader").signed(), file).statusCode(404);
        get(
                        keeperOf(shelf)
                                .at("urn:another", "keeper")
                                .at("urn:" + shelf, "reader", "keeper")
                                .signed(),
                        file)
                .statusCode(200);
    }

    @Test
    void saysWhatIsWrongWithTheListThatIsAskedFor() {
        request(keeper, "/v1/shelves").statusCode(400).body("violations.path", contains("$.list"));
        request(keeper, "/v1/items?limit=5&cursor=a").statusCode(400).body("violations", hasSize(2));
        request(keeper, "/v1/items?colour=red")
                .statusCode(400)
                .body("violations.path", contains("colour"))
                .body("violations.message", contains("is not a parameter of this request"));
        request(keeper, "/v1/blocks-dead-letters").statusCode(400);
    }

    @Test
    void takesNoMoreOfACallerWhileFiveWait() {
        QuarkusTransaction.requiringNew().run(() -> {
            writer.with(handle -> handle.execute("lock table export_chunk in exclusive mode"));
            for (int i = 0; i < 5; i++) {
                request(another, "/v1/items").statusCode(202);
            }
            request(another, "/v1/items")
                    .statusCode(429)
                    .header("Retry-After", "60")
                    .body("code", equalTo("too-many-waiting"));
            request(keeper, "/v1/items").statusCode(202);
        });

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> request(another, "/v1/items").statusCode(202));
    }

    /** As after a process that died: the page to go on with is what the last transaction said. */
    @Test
    void givesUpWhatFailsAgainAndAgainAndGoesOnWithOthers() {
        var at = request(another, "/v1/items").statusCode(202).extract().header("Location");
        Awaitility.await().until(() -> get(another, at).extract().path("finishedAt") != null);
        writer.run(
                "update export_job set state = 'RUNNING', finished_at = null, next = '/v1/items?colour=red' where id = :id",
                Map.of("id", UUID.fromString(at.substring(at.lastIndexOf('/') + 1))));

        done(keeper, "/v1/items");

        get(another, at).body("state", equalTo("FAILED")).body("file", nullValue());
        get(another, at + "/file").statusCode(404);
    }
}
