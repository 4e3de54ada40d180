package org.trellis.evidence.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.trellis.evidence.score.ScoreRules.Fault;
import org.trellis.identity.Writer;

/** Answers of surveys without references: how many gave which. */
@ApplicationScoped
public class CategoryCounts {
    private record Group(UUID cohort, UUID measure, String point) {}

    private final Writer writer;
    private final ObjectMapper json;

    CategoryCounts(Writer writer, ObjectMapper json) {
        this.writer = writer;
        this.json = json;
    }

    /** Puts counts into a draft. @throws io.quarkiverse.resteasy.problem.HttpProblem naming all that is wrong */
    public void put(UUID submission, int revision, List<NewCount> counts, Frame frame) {
        var refusals = new Refusals();
        var rules = new ScoreRules();
        var seen = new HashSet<List<Object>>();
        for (int i = 0; i < counts.size(); i++) {
            var count = counts.get(i);
            check(count, "$.counts[" + i + "]", frame, rules, refusals);
            if (!seen.add(List.of(group(count), count.value().stripTrailingZeros()))) {
                refusals.add("$.counts[" + i + "].value", "is counted twice");
            }
        }
        refusals.check();
        counts.stream().map(CategoryCounts::group).distinct().forEach(group -> replace(submission, group));
        writer.run("""
            insert into draft_count (submission_id, revision, measure_id, cohort_id, point, value, people, taken_on)
            select :submission, :revision, "measureId", "cohortId", point, value, people, "takenOn"
            from jsonb_to_recordset(cast(:counts as jsonb)) as c("cohortId" uuid, "measureId" uuid, point text,
              value numeric, people int, "takenOn" date)\
            """, Map.of("submission", submission, "revision", revision, "counts", written(counts)));
    }

    private static Group group(NewCount count) {
        return new Group(count.cohortId(), count.measureId(), count.point());
    }

    private static void check(NewCount count, String place, Frame frame, ScoreRules rules, Refusals refusals) {
        var cohort = frame.cohort(count.cohortId().toString());
        var measure = frame.measure(count.measureId().toString());
        if (cohort.isEmpty()) {
            refusals.pending(place + ".cohortId");
        }
        if (measure.isEmpty()) {
            refusals.pending(place + ".measureId");
            return;
        }
        refuse(refusals, place + ".value", count.value(), value -> rules.value(value, measure.get()));
        refuse(refusals, place + ".point", count.point(), point -> rules.point(point, measure.get()));
        refuse(refusals, place + ".takenOn", count.takenOn(), rules::day);
        cohort.ifPresent(of -> refuse(refusals, place + ".measureId", of, c -> rules.about(c, measure.get())));
    }

    private static <T> void refuse(Refusals refusals, String place, T given, Function<T, Optional<Fault>> rule) {
        rule.apply(given).ifPresent(fault -> refusals.add(place, fault.message()));
    }

    private void replace(UUID submission, Group group) {
        writer.run(
                """
                delete from draft_count where submission_id = :submission and measure_id = :measure
                  and cohort_id = :cohort and point = :point\
                """,
                Map.of(
                        "submission",
                        submission,
                        "measure",
                        group.measure(),
                        "cohort",
                        group.cohort(),
                        "point",
                        group.point()));
    }

    private String written(List<NewCount> counts) {
        try {
            return json.writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("counts cannot be written as JSON", e);
        }
    }
}
