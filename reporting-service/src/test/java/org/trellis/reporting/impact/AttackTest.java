package org.trellis.reporting.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trellis.reporting.disclosure.Audience;
import org.trellis.reporting.intake.Arm;
import org.trellis.reporting.intake.Freshness;
import org.trellis.reporting.statistics.Direction;
import org.trellis.reporting.statistics.Moments;
import org.trellis.reporting.statistics.effect.Effect;
import org.trellis.reporting.statistics.effect.Estimate;
import org.trellis.reporting.statistics.effect.PairedShares;
import org.trellis.reporting.statistics.effect.StandardisedMeanDifference;
import org.trellis.reporting.statistics.pooling.EffectSize;
import org.trellis.reporting.statistics.pooling.Pooling;

/**
 * One school of many projects made by chance asks for everything: every cycle, every subgroup, those that began and those
 * that stayed, as figures, table, page and pictures. No count that is withheld can be worked out.
 */
class AttackTest {
    private static final int LEAST = 6;
    private static final List<String> SUBGROUPS = List.of(Question.ALL, "PUPIL_PREMIUM=YES", "SEX=F");
    private static final UUID MEASURE = new UUID(9, 9);
    private static final ImpactData.Measure SCORE =
            new ImpactData.Measure(MEASURE, "Score", "PUPIL", "points", 0.0, 200.0, true, 100.0, false);

    /** @param crossed whether the project's plan crosses both dimensions */
    private record Pupil(String arm, String premium, String sex, boolean crossed, double before, double after) {
        List<String> subgroups() {
            var premiums = "PUPIL_PREMIUM=" + premium;
            var sexes = "SEX=" + sex;
            return crossed
                    ? List.of(Question.ALL, premiums, sexes, premiums + "&" + sexes)
                    : List.of(Question.ALL, premiums, sexes);
        }
    }

    /** By cycle and school. */
    private final Map<ImpactData.Pair, Map<UUID, List<Pupil>>> pupils = new LinkedHashMap<>();

    private final Map<UUID, ImpactData.Part> parts = new LinkedHashMap<>();
    private final List<ImpactData.Cycle> cycles = new ArrayList<>();

    @Test
    void noWithheldCountCanBeWorkedOut() {
        int withheld = 0;
        int small = 0;
        for (int seed = 0; seed < 30; seed++) {
            generate(new Random(seed));
            var own = parts.keySet().iterator().next();
            var subgroups = new TreeSet<String>();
            pupils.values()
                    .forEach(by -> by.values().forEach(all -> all.forEach(p -> subgroups.addAll(p.subgroups()))));
            var texts = new StringBuilder();
            var attack = new Attack(subgroups, completed());
            for (var pair : pupils.keySet()) {
                attack.knowsHowPartsAddUp(pair.cycleId(), parts.keySet());
                for (var subgroup : subgroups) {
                    for (var population : Population.values()) {
                        var view = view(pair, subgroup, population, new Audience(Set.of(own), Set.of(), false));
                        attack.learn(pair.cycleId(), view);
                        assertTrue(weighsNoGroup(view), "the averages of project " + seed + " tell their numbers");
                        texts.append(everyForm(view));
                    }
                }
            }
            var known = attack.known();
            var truth = truth(subgroups);
            truth.forEach((count, n) ->
                    assertEquals(n, known.getOrDefault(count, n), "the attacker reckons rightly: " + count));
            var hidden = new TreeMap<>(truth);
            hidden.values().removeIf(n -> n == 0 || n >= LEAST);
            hidden.keySet().removeIf(count -> count.contains("/" + own + "/"));
            small += hidden.size();
            for (var count : hidden.keySet()) {
                assertFalse(known.containsKey(count), "project " + seed + " gives away " + count);
            }
            withheld += means(own, texts.toString(), seed);
        }
        assertTrue(small > 500 && withheld > 30, "there was something to hide: " + small + ", " + withheld);
    }

    /**
     * The average over all is that of two groups weighed by their numbers: whoever has the three averages has the numbers.
     */
    private static boolean weighsNoGroup(ImpactView view) {
        return view.subgroups().stream().noneMatch(s -> s.pupils() == null && s.gain() != null);
    }

    /**
     * Schools join one by one, and a report is published before each. Whoever keeps all editions, and asks with one's own
     * token, for two schools even, always lacks two schools of a figure over several, or none.
     */
    @Test
    void noSchoolIsGivenBackByEditionsNorByAnAnswerBesideThem() {
        int behindOthers = 0;
        for (int seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            generate(random);
            var published = new HashSet<UUID>();
            for (int edition = 0; edition < 4; edition++) {
                published.addAll(publishedBy(published));
                join(random);
                var schools = List.copyOf(parts.keySet());
                for (int own = 0; own <= 2; own++) {
                    var reader = new Audience(Set.copyOf(schools.subList(0, own)), published, false);
                    behindOthers += lacking(reader);
                }
            }
        }
        assertTrue(behindOthers > 100, "some figures had schools in them that are not shown: " + behindOthers);
    }

    /** Which schools a report shows, whose every figure over several follows from its rows. */
    private Set<UUID> publishedBy(Set<UUID> before) {
        var shown = new HashSet<>(parts.keySet());
        var readers = new ArrayList<Set<UUID>>(List.of(Set.of()));
        parts.keySet().forEach(school -> readers.add(Set.of(school)));
        for (var own : readers) {
            for (var pair : pupils.keySet()) {
                for (var subgroup : SUBGROUPS) {
                    var view = view(pair, subgroup, Population.STARTERS, new Audience(own, before, true));
                    assertFollowsFromRows(view);
                    if (subgroup.equals(Question.ALL)) {
                        shown.retainAll(visible(view));
                    }
                }
            }
        }
        return shown;
    }

    private static void assertFollowsFromRows(ImpactView view) {
        if (view.pooled() == null) {
            return;
        }
        var rows = view.schools().stream()
                .filter(s -> s.effect() != null)
                .map(s -> new EffectSize("", s.effect().g(), s.effect().variance()))
                .toList();
        var again = Pooling.overSchools(rows, Figures.LEVEL);
        assertEquals(again.estimate(), view.pooled().estimate());
        assertEquals(again.se(), view.pooled().se());
    }

    private static Set<UUID> visible(ImpactView view) {
        return view.schools().stream()
                .filter(s -> !s.withheld())
                .map(s -> s.organisation().id())
                .collect(Collectors.toSet());
    }

    private int lacking(Audience reader) {
        int behindOthers = 0;
        for (var pair : pupils.keySet()) {
            for (var subgroup : SUBGROUPS) {
                for (var population : Population.values()) {
                    var view = view(pair, subgroup, population, reader);
                    var unknown = new HashSet<UUID>();
                    rows().get(pair).stream()
                            .filter(s -> s.subgroup().equals(subgroup) && s.effect() != null)
                            .filter(s -> population == Population.STARTERS
                                    || parts.get(s.id()).completed())
                            .forEach(s -> unknown.add(s.id()));
                    unknown.removeAll(visible(view));
                    unknown.removeAll(reader.published());
                    if (view.pooled() != null && !unknown.isEmpty()) {
                        assertTrue(unknown.size() > 1, "given back: " + unknown);
                        behindOthers++;
                    }
                }
            }
        }
        return behindOthers;
    }

    /** One school more, in every cycle. */
    private void join(Random random) {
        var project = pupils.keySet().iterator().next().projectId();
        var id = part(random, project);
        boolean crossed = pupils.values().iterator().next().values().stream()
                .flatMap(List::stream)
                .anyMatch(Pupil::crossed);
        pupils.values().forEach(by -> by.put(id, pupils(random, crossed)));
    }

    /** What is drawn or written of an answer is made of the answer alone. */
    private static String everyForm(ImpactView view) {
        var text = new StringBuilder(view.toString()).append(PageModel.of(view));
        view.schools().forEach(school -> text.append(ImpactCsv.line(school)));
        Charts.all(view).forEach(chart -> text.append(chart.svg()).append(chart.rows()));
        return text.toString();
    }

    /** No average of a school that is too small to be shown stands anywhere. */
    private int means(UUID own, String texts, int seed) {
        int looked = 0;
        for (var by : pupils.values()) {
            for (var school : by.entrySet()) {
                for (var arm : List.of("INTERVENTION", "COMPARISON")) {
                    var group = school.getValue().stream()
                            .filter(p -> p.arm().equals(arm))
                            .toList();
                    if (!school.getKey().equals(own) && group.size() >= 3 && group.size() < LEAST) {
                        var mean = Double.toString(moments(group).meanY());
                        assertFalse(texts.contains(mean), "project " + seed + " shows the average " + mean);
                        looked++;
                    }
                }
            }
        }
        return looked;
    }

    private ImpactView view(ImpactData.Pair pair, String subgroup, Population population, Audience audience) {
        var project = new ImpactData.Project(
                pair.projectId(),
                1,
                "Project",
                new UUID(1, 1),
                "Alliance",
                List.of(),
                "WITHIN_SCHOOLS",
                false,
                List.of(new ImpactData.SuccessMeasure(MEASURE, true, List.of("BASELINE", "OUTCOME"))),
                null);
        var question = new Question(
                Optional.of(MEASURE),
                Optional.of(pair.cycleId()),
                Optional.empty(),
                Optional.empty(),
                subgroup,
                population);
        var pairs = List.copyOf(pupils.keySet());
        return new Answer(
                        project,
                        question,
                        PairChoice.of(question, project, pairs, cycles),
                        Map.of(MEASURE, SCORE),
                        new Answer.Rows(pairs, cycles, parts, rows()),
                        audience,
                        new Freshness.Newest(null, null, null))
                .view();
    }

    private Map<ImpactData.Pair, List<ImpactData.School>> rows() {
        Map<ImpactData.Pair, List<ImpactData.School>> rows = new HashMap<>();
        pupils.forEach((pair, by) -> by.forEach((school, all) -> {
            var subgroups = new TreeSet<String>();
            all.forEach(p -> subgroups.addAll(p.subgroups()));
            subgroups.forEach(subgroup ->
                    rows.computeIfAbsent(pair, p -> new ArrayList<>()).add(row(school, subgroup, all)));
        }));
        return rows;
    }

    private static ImpactData.School row(UUID school, String subgroup, List<Pupil> all) {
        var intervention = arm("INTERVENTION", subgroup, all);
        var comparison = arm("COMPARISON", subgroup, all);
        var effect = intervention == null || comparison == null
                ? null
                : switch (StandardisedMeanDifference.ancova(
                        moments(intervention), moments(comparison), Direction.HIGHER_IS_BETTER)) {
                    case Estimate.Found<Effect>(Effect e) ->
                        new ImpactData.Effect(e.estimator().name(), e.g(), e.variance(), e.j());
                    case Estimate.Missing<Effect> _ -> null;
                };
        return new ImpactData.School(
                subgroup, school, intervention, comparison, effect, effect == null ? "TOO_FEW" : null, List.of());
    }

    private static Moments moments(Arm arm) {
        return arm.moments() == null ? Moments.EMPTY : arm.moments();
    }

    private static Arm arm(String arm, String subgroup, List<Pupil> all) {
        var mine = all.stream()
                .filter(p -> p.arm().equals(arm) && p.subgroups().contains(subgroup))
                .toList();
        if (mine.isEmpty()) {
            return null;
        }
        int both = (int)
                mine.stream().filter(p -> p.before() >= 100 && p.after() >= 100).count();
        int lost = (int)
                mine.stream().filter(p -> p.before() >= 100 && p.after() < 100).count();
        int gained = (int)
                mine.stream().filter(p -> p.before() < 100 && p.after() >= 100).count();
        var shares = new PairedShares(both, lost, gained, mine.size() - both - lost - gained);
        return new Arm(mine.size(), mine.size() < 3 ? null : moments(mine), 0, 1, 0, shares, null, null);
    }

    private static Moments moments(List<Pupil> pupils) {
        return Moments.merged(
                pupils.stream().map(p -> Moments.ofPair(p.before(), p.after())).toList());
    }

    private Map<UUID, Boolean> completed() {
        Map<UUID, Boolean> completed = new LinkedHashMap<>();
        parts.forEach((school, part) -> completed.put(school, part.completed()));
        return completed;
    }

    private Map<String, Long> truth(Set<String> subgroups) {
        Map<String, Long> truth = new TreeMap<>();
        pupils.forEach((pair, by) -> by.forEach((school, all) -> subgroups.forEach(subgroup -> {
            var intervention = arm("INTERVENTION", subgroup, all);
            var comparison = arm("COMPARISON", subgroup, all);
            tell(truth, pair, school, "intervention", subgroup, intervention == null ? 0 : intervention.n());
            tell(truth, pair, school, "comparison", subgroup, comparison == null ? 0 : comparison.n());
            var shares = intervention == null ? new PairedShares(0, 0, 0, 0) : intervention.threshold();
            tell(truth, pair, school, "before", subgroup, shares.before().reached());
            tell(truth, pair, school, "after", subgroup, shares.after().reached());
        })));
        return truth;
    }

    private static void tell(
            Map<String, Long> truth, ImpactData.Pair pair, UUID school, String arm, String subgroup, long n) {
        truth.put(Attack.count(pair.cycleId(), school, arm, subgroup), n);
    }

    private void generate(Random random) {
        pupils.clear();
        parts.clear();
        cycles.clear();
        var project = new UUID(2, random.nextLong());
        int schools = 2 + random.nextInt(4);
        boolean crossed = random.nextBoolean();
        for (int i = 0; i < schools; i++) {
            part(random, project);
        }
        for (int number = 1; number <= 2; number++) {
            var cycle = new UUID(4, number);
            cycles.add(new ImpactData.Cycle(project, cycle, number, "Cycle " + number, "REVIEWING", null, null));
            var by = new TreeMap<UUID, List<Pupil>>();
            parts.keySet().forEach(school -> by.put(school, pupils(random, crossed)));
            pupils.put(new ImpactData.Pair(project, MEASURE, cycle, "BASELINE", "OUTCOME"), by);
        }
    }

    private UUID part(Random random, UUID project) {
        var id = new UUID(3, random.nextLong());
        boolean completed = random.nextInt(3) > 0;
        int number = parts.size();
        parts.put(
                id,
                new ImpactData.Part(
                        project,
                        id,
                        "School " + number,
                        true,
                        completed,
                        false,
                        false,
                        LocalDate.of(2025, 9, 1 + number)));
        return id;
    }

    private static List<Pupil> pupils(Random random, boolean crossed) {
        var pupils = new ArrayList<Pupil>();
        for (var arm : List.of("INTERVENTION", "COMPARISON")) {
            int n = random.nextInt(3) == 0 ? random.nextInt(LEAST + 2) : 10 + random.nextInt(40);
            for (int i = 0; i < n; i++) {
                double before = 95 + 12 * random.nextGaussian();
                pupils.add(new Pupil(
                        arm,
                        random.nextInt(3) == 0 ? "YES" : random.nextInt(60) == 0 ? "UNKNOWN" : "NO",
                        random.nextBoolean() ? "F" : "M",
                        crossed,
                        before,
                        before + 3 + 8 * random.nextGaussian()));
            }
        }
        return pupils;
    }
}
