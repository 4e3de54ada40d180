package org.trellis.project.participation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trellis.project.Reference;
import org.trellis.project.access.Role;
import org.trellis.project.project.ProjectState;

/** Whatever schools do, on every day the figures add up, and each day follows from the one before and its moves. */
class FlowTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 9, 1);
    private static final LocalDate LAST = FIRST.plusDays(60);
    private static final Set<Role> ALL = EnumSet.allOf(Role.class);

    static Stream<Long> seeds() {
        return IntStream.range(0, 60).mapToObj(Long::valueOf);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void addsUpOnEveryDay(long seed) {
        var random = new Random(seed);
        var ways = IntStream.range(0, random.nextInt(12))
                .mapToObj(_ -> way(random))
                .toList();

        Flow.Day before = null;
        for (var day = FIRST.minusDays(1); !day.isAfter(LAST); day = day.plusDays(1)) {
            var now = Flow.of(ways, day, day).days().getFirst();
            addsUp(now);
            if (before != null) {
                follows(before, now);
            }
            before = now;
        }
        var whole = Flow.of(ways, FIRST, LAST).days();
        for (var day : whole) {
            assertEquals(Flow.of(ways, day.day(), day.day()).days().getFirst(), day);
        }
        assertEquals(
                ways.stream().mapToInt(way -> way.steps().size()).sum(),
                whole.stream().mapToInt(day -> day.moves().size()).sum());
    }

    private static void addsUp(Flow.Day day) {
        assertEquals(day.ever(), sum(day.standing()));
        assertEquals(day.left(), day.standing().get(ParticipationStatus.WITHDRAWN));
        assertEquals(day.finished(), day.standing().get(ParticipationStatus.COMPLETED));
        assertEquals(
                day.started(),
                day.standing().get(ParticipationStatus.ACTIVE) + day.finished() + day.leftAfterStarting(),
                "whoever started is still there, has finished or has left");
        assertTrue(day.leftAfterStarting() <= day.left());
    }

    private static void follows(Flow.Day before, Flow.Day now) {
        var expected = new EnumMap<>(before.standing());
        for (var move : now.moves()) {
            expected.merge(move.to(), 1, Integer::sum);
            if (move.from() != null) {
                expected.merge(move.from(), -1, Integer::sum);
            }
            assertEquals(move.to() == ParticipationStatus.WITHDRAWN, move.reason() != null);
        }
        assertEquals(expected, now.standing());
    }

    private static int sum(Map<ParticipationStatus, Integer> standing) {
        return standing.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Steps as the moves of a participation make them, on days of which some are the same. */
    private static Flow.Way way(Random random) {
        var steps = new ArrayList<Step>();
        var status = random.nextBoolean() ? ParticipationStatus.INVITED : ParticipationStatus.INTERESTED;
        var day = FIRST.plusDays(random.nextInt(20));
        steps.add(new Step(status, day));
        for (int i = random.nextInt(6); i > 0; i--) {
            var action = ParticipationAction.values()[random.nextInt(ParticipationAction.values().length)];
            day = day.plusDays(random.nextInt(8));
            try {
                status = action.rule()
                        .check(
                                action,
                                status,
                                ALL,
                                new ParticipationFacts(ProjectState.ACTIVE, null),
                                Map.of("reason", LeavingReason.STAFFING));
                steps.add(new Step(status, day));
            } catch (HttpProblem refused) {
                assertEquals("not-in-this-state", refused.getParameters().get("code"));
            }
        }
        boolean left = status == ParticipationStatus.WITHDRAWN;
        return new Flow.Way(
                new UUID(random.nextLong(), random.nextLong()),
                new Reference(UUID.randomUUID(), "A school (invented)"),
                left ? LeavingReason.STAFFING : null,
                left ? LeftEvidence.KEEP : null,
                steps);
    }

    @Test
    void saysWhoLeftAndWhy() {
        var school = new Reference(UUID.randomUUID(), "Elm Bank School (invented)");
        var way = new Flow.Way(
                UUID.randomUUID(),
                school,
                LeavingReason.OFSTED,
                LeftEvidence.REMOVE,
                List.of(
                        new Step(ParticipationStatus.INVITED, FIRST),
                        new Step(ParticipationStatus.COMMITTED, FIRST),
                        new Step(ParticipationStatus.ACTIVE, FIRST.plusDays(3)),
                        new Step(ParticipationStatus.WITHDRAWN, FIRST.plusDays(9))));

        var days = Flow.of(List.of(way), FIRST, FIRST.plusDays(10)).days();

        assertEquals(
                List.of(FIRST, FIRST.plusDays(3), FIRST.plusDays(9), FIRST.plusDays(10)),
                days.stream().map(Flow.Day::day).toList());
        var left = days.get(2).moves().getFirst();
        assertEquals(school, left.organisation());
        assertEquals(LeavingReason.OFSTED, left.reason());
        assertEquals(LeftEvidence.REMOVE, left.evidence());
        assertEquals(1, days.getLast().leftAfterStarting());
    }
}
