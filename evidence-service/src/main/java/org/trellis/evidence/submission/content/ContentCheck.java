package org.trellis.evidence.submission.content;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.evidence.instrument.AnswerCheck;
import org.trellis.evidence.instrument.Instruments;
import org.trellis.evidence.instrument.Instruments.Edition;
import org.trellis.identity.Writer;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;

/** Judges a submission's content against the form it answers and the people and groups it names, and takes it apart. */
@ApplicationScoped
public class ContentCheck {
    /** Where it is handed in. @param projectId and cycleId null where it is for an alliance or a whole project */
    public record Place(UUID organisationId, UUID projectId, UUID cycleId) {}

    private static final String OBSERVATION = "OBSERVATION";
    private static final int MOST_VIOLATIONS = 100;

    private final Instruments instruments;
    private final Writer writer;

    ContentCheck(Instruments instruments, Writer writer) {
        this.instruments = instruments;
        this.writer = writer;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all that is wrong, 409 for what is not known */
    public Parts of(Content content, Place place) {
        return switch (content) {
            case Survey survey -> survey(survey, place);
            case Observation observation -> observation(observation);
            case CoachingNote note -> {
                requirePerson(note.teacherId());
                yield Parts.of(note);
            }
            case Interview interview -> Parts.of(interview);
            case LearningLog log -> Parts.of(log);
            case Feedback feedback -> Parts.of(feedback);
            case ExternalReport report -> Parts.of(report);
        };
    }

    private Parts survey(Survey survey, Place place) {
        var edition = edition(survey.instrumentId(), survey.edition());
        var found = new ArrayList<Violation>();
        if (edition.graded()) {
            found.add(Violation.body("$.content.instrumentId", "is a graded form, which no survey is"));
        }
        for (int i = 0; i < survey.responses().size() && found.size() < MOST_VIOLATIONS; i++) {
            AnswerCheck.of(edition.definition(), survey.responses().get(i), "$.content.responses[" + i + "]", found);
        }
        boolean feeds = place.cycleId() != null && feedsMeasure(edition, place.projectId());
        if (feeds && (survey.cohortId() == null || survey.point() == null)) {
            found.add(Violation.body(
                    "$.content.cohortId", "and point are needed: answers are counted for a success measure"));
        }
        refuse(found);
        if (feeds) {
            requireCohort(survey, edition, place);
        }
        return Parts.of(survey, edition, feeds);
    }

    private Parts observation(Observation observation) {
        requirePerson(observation.teacherId());
        var edition = edition(observation.instrumentId(), observation.edition());
        var found = new ArrayList<Violation>();
        if (!OBSERVATION.equals(edition.purpose())) {
            found.add(Violation.body("$.content.instrumentId", "is no form for observations"));
        }
        AnswerCheck.of(edition.definition(), observation.answers(), "$.content.answers", found);
        refuse(found);
        return Parts.of(observation, edition);
    }

    private static void refuse(List<Violation> found) {
        if (!found.isEmpty()) {
            throw Problems.invalid(found);
        }
    }

    private Edition edition(UUID instrument, Integer edition) {
        return instruments
                .edition(instrument, edition)
                .orElseThrow(() -> Problems.referencePending("$.content.instrumentId"));
    }

    private void requirePerson(UUID person) {
        if (!holds("exists (select from person where id = :person and not gone)", Map.of("person", person))) {
            throw Problems.referencePending("$.content.teacherId");
        }
    }

    private boolean feedsMeasure(Edition edition, UUID project) {
        return holds("""
                exists (
                  select from project p, jsonb_array_elements(p.success_measures) planned
                  join measure m on m.id = cast(planned ->> 'measureId' as uuid)
                  where p.id = :project and m.code = any(:codes))\
                """, Map.of("project", project, "codes", codes(edition)));
    }

    private void requireCohort(Survey survey, Edition edition, Place place) {
        var values = new HashMap<String, Object>(Map.of("cohort", survey.cohortId(), "point", survey.point()));
        values.put("project", place.projectId());
        values.put("organisation", place.organisationId());
        values.put("about", edition.about());
        values.put("codes", codes(edition));
        if (!holds("""
                exists (select from cohort where id = :cohort and project_id = :project
                          and organisation_id = :organisation and about = :about and not gone)\
                """, values)) {
            throw Problems.referencePending("$.content.cohortId");
        }
        if (!holds("""
                exists (
                  select from project p, jsonb_array_elements(p.success_measures) planned
                  join measure m on m.id = cast(planned ->> 'measureId' as uuid)
                  where p.id = :project and m.code = any(:codes) and jsonb_exists(planned -> 'points', :point))\
                """, values)) {
            throw Problems.invalid(Violation.body("$.content.point", "is no point of that measure in this project"));
        }
    }

    private static String[] codes(Edition edition) {
        return edition.definition().getMeasuring().stream()
                .map(q -> q.measure())
                .toArray(String[]::new);
    }

    private boolean holds(String question, Map<String, ?> values) {
        return writer.one(Boolean.class, "select " + question, values).orElseThrow();
    }
}
