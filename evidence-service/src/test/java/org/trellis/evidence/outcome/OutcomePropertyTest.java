package org.trellis.evidence.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellis.embedded.SuiteResource;
import org.trellis.evidence.World;
import org.trellis.identity.Writer;
import org.trellis.testing.Events.Told;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class OutcomePropertyTest {
    private static final int STEPS = 25;

    @Inject
    Writer writer;

    @Inject
    Cells cells;

    @Inject
    ObjectMapper json;

    private World world;

    @BeforeEach
    void tellOfAProject() {
        world = new World();
    }

    /**
     * Whatever is accepted, amended, withdrawn, moved and erased, in whatever order: the cells are those of a fresh
     * computation.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void alwaysEqualsRecomputationFromScratch(long seed) throws Exception {
        var random = new Random(seed);
        var accepted = new ArrayList<UUID>();
        int pupils = 0;
        for (int step = 0; step < STEPS; step++) {
            int dice = random.nextInt(13);
            if (accepted.isEmpty() || dice < 5) {
                accepted.add(world.accepted(scores(random, pupils, pupils + 6)));
                pupils += 4;
            } else if (dice < 7) {
                amend(random, accepted.get(random.nextInt(accepted.size())));
            } else if (dice < 8) {
                var gone = accepted.remove(random.nextInt(accepted.size()));
                world.move(world.head(), gone, "withdraw").then().statusCode(200);
            } else if (dice < 10) {
                transfer(random);
            } else {
                erase(random);
            }
            assertEquals(fromScratch(), stored(), "after step " + step + " of seed " + seed);
            assertEquals(counted(), kept(), "after step " + step + " of seed " + seed);
        }
        assertFalse(stored().isEmpty());
    }

    @Test
    void tellsTheLastStateOfEveryCellAndNothingTwice() throws Exception {
        var submission = world.accepted(List.of(
                world.score("a", world.cohort, "BASELINE", 80), world.score("b", world.comparison, "BASELINE", 70)));
        world.move(world.staff(), submission, "amend").then().statusCode(200);
        world.move(world.staff(), submission, "submit").then().statusCode(200);
        world.decide(world.appointed("moderator"), submission, "ACCEPT").then().statusCode(201);
        world.move(world.head(), submission, "withdraw").then().statusCode(200);
        var ids = Set.copyOf(
                World.sql("select string_agg(id::text, ',') from cell where cycle_id = '" + world.cycle + "'")
                        .transform(all -> List.of(all.split(","))));

        var told = world.events()
                .await(
                        "trellis.evidence.outcomes",
                        6,
                        Duration.ofSeconds(20),
                        t -> ids.contains(t.subject().toString()));

        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("contract/events/cell.schema.json")), InputFormat.JSON);
        Map<UUID, List<Told>> byCell = new HashMap<>();
        told.forEach(
                t -> byCell.computeIfAbsent(t.subject(), _ -> new ArrayList<>()).add(t));
        assertEquals(2, byCell.size());
        for (var of : byCell.values()) {
            assertEquals(List.of(0L, 1L, 2L), of.stream().map(Told::sequence).toList());
            assertEquals(null, of.getLast().state());
            for (var each : of.subList(0, 2)) {
                assertEquals(List.of(), schema.validate(each.state(), InputFormat.JSON));
                assertFalse(each.state().contains(world.reference("a")));
            }
        }
    }

    /** Of a pupil who has none yet, the later score comes from the academy: the pair is the cohort's where it began. */
    private void transfer(Random random) {
        var waiting = World.sql("""
            select string_agg(reference, ',' order by reference) from score_in_force b
            where cycle_id = '%s' and point = 'BASELINE' and not exists (
              select from score_in_force o
              where o.cycle_id = b.cycle_id and o.reference = b.reference and o.point = 'OUTCOME')\
            """.formatted(world.cycle));
        if (waiting != null) {
            var references = List.of(waiting.split(","));
            var score = world.score("mover", world.academyCohort, "OUTCOME", value(random));
            score.put("reference", references.get(random.nextInt(references.size())));
            world.accepted(world.trustTeam(), world.academy, List.of(score));
        }
    }

    /** One who has scores in any revision of the school's, whether it counts or was replaced or withdrawn. */
    private void erase(Random random) {
        var held = List.of(World.sql("""
            select string_agg(distinct reference, ',' order by reference) from accepted_score
            where cycle_id = '%s' and organisation_id = '%s'\
            """.formatted(world.cycle, world.school)).split(","));
        var reference = held.get(random.nextInt(held.size()));
        world.post(world.head(), "/v1/references/erasures", Map.of("reference", reference))
                .then()
                .statusCode(201);
        assertEquals("0", World.sql("select count(*) from accepted_score where reference = '" + reference + "'"));
    }

    /** How many have a score that counts, by cohort and point; and what completeness says of that. */
    private static final String COUNTED = """
        select coalesce(string_agg(line, ',' order by line), '') from (
          select cohort_id || point || count(distinct reference) as line
          from score_in_force where cycle_id = '%s' group by cohort_id, point) counted\
        """;

    private static final String KEPT = """
        select coalesce(string_agg(line, ',' order by line), '') from (
          select cohort_id || point || accepted as line
          from completeness_item where cycle_id = '%s' and accepted > 0) kept\
        """;

    private String counted() {
        return World.sql(COUNTED.formatted(world.cycle));
    }

    private String kept() {
        return World.sql(KEPT.formatted(world.cycle));
    }

    private void amend(Random random, UUID submission) {
        world.move(world.staff(), submission, "amend").then().statusCode(200);
        int from = 1_000_000 + random.nextInt(1_000_000);
        world.add(world.staff(), submission, scores(random, from, from + 2));
        world.move(world.staff(), submission, "submit").then().statusCode(200);
        world.decide(world.appointed("moderator"), submission, "ACCEPT").then().statusCode(201);
    }

    /** Some pupils have one score, some two; some move between the two cohorts; ranges of pupils overlap by two. */
    private List<Map<String, Object>> scores(Random random, int from, int to) {
        var scores = new ArrayList<Map<String, Object>>();
        for (int pupil = from; pupil < to; pupil++) {
            boolean late = pupil - from < 2;
            var cohort = pupil % 2 == 0 ? world.cohort : world.comparison;
            var other = random.nextInt(4) == 0 ? world.cohort : cohort;
            if (!late && random.nextInt(5) > 0) {
                scores.add(world.score(
                        "p" + pupil,
                        cohort,
                        "BASELINE",
                        value(random),
                        "PUPIL_PREMIUM",
                        random.nextBoolean() ? "YES" : "NO"));
            }
            if (late && random.nextInt(5) > 0 || scores.isEmpty()) {
                scores.add(world.score("q" + random.nextInt(1_000_000), other, "OUTCOME", value(random)));
            }
            if (!late && random.nextInt(3) > 0) {
                scores.add(world.score("p" + pupil, other, "OUTCOME", value(random)));
            }
        }
        return scores;
    }

    private static double value(Random random) {
        return random.nextInt(150_000) / 1000.0;
    }

    private Map<UUID, Cell> fromScratch() {
        var all = writer.list(Scored.class, """
            select reference, cohort_id, organisation_id, point, value, taken_on, subgroups, submission_id, revision
            from score_in_force where cycle_id = :cycle order by random()\
            """, Map.of("cycle", world.cycle));
        var cohorts = new HashSet<UUID>();
        all.forEach(score -> cohorts.add(score.cohortId()));
        return told(Outcomes.of(cells.plan(world.cycle, world.measure), all, List.of(), cohorts, Cause.ACCEPTED));
    }

    private Map<UUID, Cell> stored() throws Exception {
        Map<UUID, Cell> stored = new HashMap<>();
        for (var state : writer.list(
                String.class,
                "select state::text from cell where cycle_id = :cycle and state is not null",
                Map.of("cycle", world.cycle))) {
            var cell = json.readValue(state, Cell.class);
            stored.put(cell.id(), cell);
        }
        return told(stored);
    }

    /** Why a cell was last computed depends on the way; what it says must not. */
    private static Map<UUID, Cell> told(Map<UUID, Cell> cells) {
        var told = new TreeMap<UUID, Cell>();
        cells.forEach((id, c) -> told.put(
                id,
                new Cell(
                        c.id(),
                        c.projectId(),
                        c.cycleId(),
                        c.cohortId(),
                        c.organisationId(),
                        c.measureId(),
                        c.from(),
                        c.to(),
                        c.subgroup(),
                        c.n(),
                        c.moments(),
                        c.earlierOnly(),
                        c.laterOnly(),
                        c.transferred(),
                        c.threshold(),
                        c.categories(),
                        c.meanDaysBetween(),
                        c.unpaired(),
                        c.submissions(),
                        null)));
        return told;
    }
}
