package org.trellis.evidence.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.evidence.World;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class DailyRetentionTest {
    @Inject
    DailyRetention daily;

    private World world;

    @BeforeEach
    void tellOfAProject() {
        world = new World();
        world.accepted(List.of(old("old"), world.score("recent", world.cohort, "BASELINE", 80)));
        world.post(world.head(), "/v1/references/retention-rules", Map.of("organisationId", world.school, "months", 60))
                .then()
                .statusCode(201);
    }

    /** Three replicas at once remove it once; the day after the rule was set on, and not before. */
    @Test
    void removesOnceADayWhatTheRuleNoLongerKeeps() throws Exception {
        daily.apply();
        assertEquals("0", erasures());

        aDayPasses();
        Callable<Void> replica = () -> {
            daily.apply();
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (var done : threads.invokeAll(List.of(replica, replica, replica))) {
                done.get();
            }
        }

        assertEquals("1", erasures());
        assertEquals("RETENTION retention rule 1", World.sql("""
            select cause || ' ' || reason || ' ' || people from erasure where '%s' = any(organisation_ids)\
            """.formatted(world.school)));
        assertEquals("0", scores("old"));
        assertEquals("1", scores("recent"));

        world.accepted(List.of(old("later")));
        daily.apply();
        assertEquals("1", scores("later"), "once a day");
    }

    @Test
    void leavesASchoolAloneWhoseControllerIsNowItsTrust() {
        world.joinsTheTrust();
        aDayPasses();

        daily.apply();

        assertEquals("0", erasures());
        assertEquals("1", scores("old"));
    }

    private Map<String, Object> old(String pupil) {
        var score = world.score(pupil, world.cohort, "BASELINE", 80);
        score.put("takenOn", "2015-10-01");
        return score;
    }

    private void aDayPasses() {
        World.sql("update retention_rule set set_at = set_at - interval '1 day' where organisation_id = '"
                + world.school + "' returning 1");
    }

    private String erasures() {
        return World.sql("select count(*) from erasure where '" + world.school + "' = any(organisation_ids)");
    }

    private String scores(String pupil) {
        return World.sql("select count(*) from accepted_score where reference = '" + world.reference(pupil) + "'");
    }
}
