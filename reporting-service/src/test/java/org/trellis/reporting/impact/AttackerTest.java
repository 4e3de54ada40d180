package org.trellis.reporting.impact;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.reporting.Asking;
import org.trellis.reporting.Scores;
import org.trellis.reporting.World;

/** The same attack as {@link AttackTest}, through the door: over all addresses, formats and filters. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "reporting"))
class AttackerTest {
    private static final List<String> VALUES = List.of("PUPIL_PREMIUM=YES", "PUPIL_PREMIUM=NO", "SEX=F", "SEX=M");
    private static final int LEAST = 6;

    @Inject
    ObjectMapper json;

    private final Scores scores = new Scores(41);
    private final Map<String, Long> truth = new TreeMap<>();
    private final Map<UUID, List<String>> averages = new LinkedHashMap<>();

    @Test
    void anotherSchoolWorksOutNothingThatIsWithheld() throws IOException {
        var world = world();
        var reader = world.schools.getFirst();
        var token = Asking.staff(reader);
        Asking.afterSending(world, token, 5);
        var completed = new LinkedHashMap<UUID, Boolean>();
        world.schools.forEach(s -> completed.put(s.id(), world.schools.indexOf(s) < 3));
        var subgroups = new TreeSet<>(VALUES);
        subgroups.add("ALL");
        var attack = new Attack(subgroups, completed);
        attack.knowsHowPartsAddUp(world.cycle, completed.keySet());
        var texts = new StringBuilder();
        for (var subgroup : subgroups) {
            for (var population : Population.values()) {
                var path =
                        "/v1/impact/projects/" + world.project + "?subgroup=" + subgroup + "&population=" + population;
                for (var format : List.of("application/json", "text/csv", "text/html")) {
                    var text = read(token, path, format);
                    texts.append(text);
                    if (format.equals("application/json")) {
                        attack.learn(world.cycle, view(text));
                    }
                }
                texts.append(charts(token, path.replace("?", "/charts?")));
            }
        }
        texts.append(read(token, "/v1/impact/alliances/" + world.alliance, "application/json"));
        texts.append(read(token, "/v1/impact/alliances/" + world.alliance, "text/csv"));

        var known = attack.known();
        known.forEach((count, n) -> assertEquals(truth.getOrDefault(count, n), n, "the attacker reckons rightly"));
        var small = new TreeMap<>(truth);
        small.values().removeIf(n -> n == 0 || n >= LEAST);
        small.keySet().removeIf(count -> count.contains(reader.id().toString()));
        assertTrue(small.size() > 6, "there is something to hide");
        small.keySet().forEach(count -> assertFalse(known.containsKey(count), "given away: " + count));
        averages.get(world.schools.getLast().id())
                .forEach(average -> assertFalse(texts.indexOf(average) >= 0, "shown: " + average));
        averages.get(world.schools.get(1).id())
                .forEach(average ->
                        assertTrue(texts.indexOf(average) >= 0, "an average that may be seen is looked for"));
    }

    private ImpactView view(String text) throws IOException {
        return json.readerFor(ImpactView.class)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(text);
    }

    private static String charts(String token, String path) {
        var answer = Asking.get(token, path);
        var text = new StringBuilder(answer.asString());
        List<String> links = answer.path("charts.href");
        links.forEach(link -> text.append(given().get(link).asString()));
        return text.toString();
    }

    private static String read(String token, String path, String format) {
        return given().auth()
                .oauth2(token)
                .accept(format)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** Five schools, of which the last is small and the last but one has few pupils with pupil premium. */
    private World world() {
        var world = World.trial();
        int[] sizes = {30, 26, 24, 28, 4};
        for (int i = 0; i < sizes.length; i++) {
            var school = world.school("School " + i);
            if (i < 3) {
                world.participation(school, "COMPLETED", null);
            }
            averages.put(school.id(), new ArrayList<>());
            for (var arm : List.of("INTERVENTION", "COMPARISON")) {
                var pupils = scores.pairs(sizes[i], 3);
                int premium = i == 3 ? 3 : sizes[i] / 2;
                tell(world, school, arm, world.cohort(school, arm, false), pupils, premium);
            }
        }
        return world;
    }

    private void tell(World world, World.School school, String arm, UUID cohort, double[][] pupils, int premium) {
        cell(world, school, arm, cohort, "ALL", pupils, 0, pupils.length);
        cell(world, school, arm, cohort, "PUPIL_PREMIUM=YES", pupils, 0, premium);
        cell(world, school, arm, cohort, "PUPIL_PREMIUM=NO", pupils, premium, pupils.length);
        cell(world, school, arm, cohort, "SEX=F", pupils, 0, pupils.length / 2);
        cell(world, school, arm, cohort, "SEX=M", pupils, pupils.length / 2, pupils.length);
    }

    private void cell(
            World world,
            World.School school,
            String arm,
            UUID cohort,
            String subgroup,
            double[][] pupils,
            int from,
            int to) {
        var some = Arrays.copyOfRange(pupils, from, to);
        world.cell(school, cohort, subgroup, some);
        var name = arm.toLowerCase(Locale.ROOT);
        truth.put(Attack.count(world.cycle, school.id(), name, subgroup), (long) some.length);
        if (subgroup.equals("ALL") && some.length >= 3) {
            averages.get(school.id()).add(Double.toString(World.moments(some).meanY()));
        }
    }
}
