package org.trellis.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;

/** A hundred phones send what they saved offline, again and again until they are told that it is there. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class PhonesTest {
    private static final int PHONES = 100;
    private static final int AT_ONCE = 25;
    private static final int PATIENCE = 60;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void handsInOnceWhatIsSentOverABadNetwork() throws Exception {
        var world = new World();
        var token = world.staff();
        try (var network = new BadNetwork(URI.create("http://localhost:" + RestAssured.port), 5);
                var client = HttpClient.newHttpClient();
                var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var phones = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < PHONES; i++) {
                var submission = world.submission(world.school);
                submission.put("scores", List.of(world.score("p" + i, world.cohort, "BASELINE", 80)));
                phones.add(() -> send(client, network.address(), token, submission));
            }
            for (var phone : threads.invokeAll(phones)) {
                assertEquals(200, phone.get());
            }
            assertTrue(network.lost.get() > PHONES && network.doubled.get() > PHONES / 4, "the network was good");
        }
        assertEquals("100 submissions, 100 scores, revision 1 to 1, 100 drafted, 100 received", World.sql("""
            select format('%%s submissions, %%s scores, revision %%s to %%s, %%s drafted, %%s received', count(*),
              sum(score_count), min(revision), max(revision),
              (select count(*) from history h join submission o on o.id = h.aggregateid
               where o.project_id = '%1$s' and h.type like '%%drafted%%'),
              (select count(*) from history h join submission o on o.id = h.aggregateid
               where o.project_id = '%1$s' and h.type like '%%received%%'))
            from submission where project_id = '%1$s' and status = 'SUBMITTED'\
            """.formatted(
                        world.project)));
        assertEquals(
                "100",
                World.sql("select received from completeness_item where cohort_id = '" + world.cohort
                        + "' and point = 'BASELINE'"));
    }

    /** @return how the last request was answered */
    private int send(HttpClient client, URI network, String token, Map<String, Object> submission) throws Exception {
        var path = "/v1/submissions/" + UUID.randomUUID();
        untilThere(client, request(network, token, path).PUT(body(submission)).build());
        return untilThere(
                client,
                request(network, token, path + "/transitions")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(body(Map.of("action", "submit")))
                        .build());
    }

    private HttpRequest.BodyPublisher body(Map<String, Object> body) throws IOException {
        return HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body));
    }

    private static HttpRequest.Builder request(URI network, String token, String path) {
        return HttpRequest.newBuilder(network.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static int untilThere(HttpClient client, HttpRequest request) throws InterruptedException {
        int status = 0;
        for (int tries = 0; tries < PATIENCE && status / 100 != 2; tries++) {
            try {
                status = client.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
            } catch (IOException _) {
                status = 0;
            }
        }
        return status;
    }
}
