package org.trellis.project.readiness;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trellis.project.World.get;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trellis.embedded.SuiteResource;
import org.trellis.project.World;

/**
 * Five projects of the report "Leadership of great pedagogy in teaching school alliances", entered as its accounts go and
 * answered as they go: the sample's file says which passage each answer follows.
 */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "project"))
class ReadinessTest {
    private static List<Account> accounts() {
        return Account.all();
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void answersAsTheReportsAccountGoes(Account account) {
        var project = new ReportedProject(account.purpose(), account.focusArea());
        project.happens(account);

        assertEquals(new TreeMap<>(account.expected()), new TreeMap<>(project.answers()), account.title());
    }

    @Test
    void saysWhatItRestsOnWhatWouldBeBetterAndTellsOfAnotherAnswer() {
        var project = new ReportedProject("A purpose", "LESSON_STUDY");
        var path = "/v1/projects/" + project.id() + "/readiness";
        await().atMost(30, SECONDS)
                .until(() -> get(project.reader(), path)
                        .path("answers.find { it.message == 'KM03' }.history.answer")
                        .equals(List.of("PARTLY")));
        get(project.reader(), path)
                .then()
                .body("answers.message", hasItems("KM01", "KM13"))
                .body("answers.find { it.message == 'KM01' }.records.collection", contains("projects", "priorities"))
                .body("answers.find { it.message == 'KM07' }.answer", equalTo("NOT_APPLICABLE_YET"))
                .body("answers.find { it.message == 'KM03' }.better", hasItem("Plan milestones"));

        project.measured("2026-07-03");
        project.restsOnEvidence("A review");
        project.milestone("All baselines are in", "2024-10-01");

        await().atMost(30, SECONDS)
                .until(() -> get(project.reader(), path)
                        .path("answers.find { it.message == 'KM03' }.history.answer")
                        .equals(List.of("PARTLY", "MET")));
        var told = World.events()
                .await(
                        World.OWN_TOPIC,
                        2,
                        Duration.ofSeconds(30),
                        event -> event.state().contains(project.id().toString())
                                && event.type().equals("trellis.project.readiness-changed.v1"));
        assertEquals(
                told.stream().map(event -> event.sequence()).distinct().toList().size(), told.size());
    }
}
