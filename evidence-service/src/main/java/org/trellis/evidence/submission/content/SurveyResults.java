package org.trellis.evidence.submission.content;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.json.Json;
import org.trellis.audit.AccessLog;
import org.trellis.evidence.instrument.Definition;
import org.trellis.evidence.instrument.Instruments;
import org.trellis.evidence.instrument.Option;
import org.trellis.evidence.instrument.Question;
import org.trellis.evidence.submission.Submissions;
import org.trellis.identity.Writer;
import org.trellis.problem.Problems;

/**
 * Computes what a survey came to: over all of its responses, which no role may read, after asking who wants to know.
 * Staff are shown in groups of five or more even to their own school; other schools' people in groups of six.
 */
@ApplicationScoped
public class SurveyResults {
    private static final int STAFF_GROUP = 5;
    private static final int OTHERS_GROUP = 6;
    private static final Set<String> OWN = Set.of("SCHOOL_STAFF", "SCHOOL_LEAD", "TRUST_TEAM", "CONTROLLER");

    private record Held(
            UUID organisationId,
            UUID instrumentId,
            Integer instrumentEdition,
            Integer staffGroup,
            @Json List<Map<String, Object>> responses) {}

    private final Writer writer;
    private final Submissions submissions;
    private final Instruments instruments;
    private final AccessLog accessLog;

    SurveyResults(Writer writer, Submissions submissions, Instruments instruments, AccessLog accessLog) {
        this.writer = writer;
        this.submissions = submissions;
        this.instruments = instruments;
        this.accessLog = accessLog;
    }

    public ResultsView of(UUID submission) {
        var roles = submissions.rolesOf(submission);
        if (roles.isEmpty()) {
            throw Problems.notFound();
        }
        var held = held(submission);
        int atLeast =
                roles.stream().noneMatch(OWN::contains) ? OTHERS_GROUP : held.staffGroup() == null ? 1 : STAFF_GROUP;
        int people = held.responses().size();
        accessLog.note("results", submission, List.of(held.organisationId()));
        if (people < atLeast) {
            return new ResultsView(submission, atLeast == OTHERS_GROUP ? null : people, atLeast, true, List.of());
        }
        var definition = instruments
                .edition(held.instrumentId(), held.instrumentEdition())
                .orElseThrow()
                .definition();
        return new ResultsView(
                submission,
                people,
                atLeast,
                false,
                definition.questions().stream()
                        .filter(question -> !(question instanceof Question.Words))
                        .map(question -> counted(definition, question, held.responses(), atLeast))
                        .toList());
    }

    /** Of what was handed in last; a draft has no results, so that nobody watches it grow by one answer. */
    private Held held(UUID submission) {
        return writer.one(Held.class, """
                        select s.organisation_id, s.instrument_id, s.instrument_edition, h.staff_group, h.responses
                        from submission s cross join lateral (
                          select responses, s.staff_group, 1 as place, 0 as revision from draft_content d
                          where d.submission_id = s.id and s.status = 'SUBMITTED'
                          union all
                          select responses, a.staff_group, 2, revision from accepted_content a
                          where a.submission_id = s.id and a.revision = s.accepted_revision
                          order by place limit 1) h
                        where s.id = :id and h.responses is not null\
                        """, Map.of("id", submission))
                .orElseThrow(() -> Problems.conflict("no-results", "It is no survey, or has not been handed in"));
    }

    private static ResultsView.Question counted(
            Definition definition, Question question, List<Map<String, Object>> responses, int atLeast) {
        var answers = responses.stream()
                .map(response -> response.get(question.id()))
                .filter(answer -> answer != null)
                .toList();
        if (answers.size() < atLeast) {
            return new ResultsView.Question(question.id(), question.label(), null, null, List.of());
        }
        var counts = new ArrayList<ResultsView.Count>();
        for (var option : options(definition, question)) {
            counts.add(new ResultsView.Count(option.code(), option.label(), (int) answers.stream()
                    .filter(answer -> answer instanceof List<?> several
                            ? several.contains(option.code())
                            : answer.toString().equals(option.code()))
                    .count()));
        }
        var mean = question instanceof Question.Rating || question instanceof Question.Amount
                ? answers.stream()
                        .mapToDouble(answer -> ((Number) answer).doubleValue())
                        .average()
                        .orElseThrow()
                : null;
        return new ResultsView.Question(question.id(), question.label(), answers.size(), mean, counts);
    }

    private static List<Option> options(Definition definition, Question question) {
        return switch (question) {
            case Question.Rating rating -> definition.steps(rating);
            case Question.Choice choice -> choice.options();
            case Question.Choices choices -> choices.options();
            case Question.Grade grade -> grade.options();
            case Question.Amount _, Question.Words _ -> List.of();
        };
    }
}
