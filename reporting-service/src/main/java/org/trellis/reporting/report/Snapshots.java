package org.trellis.reporting.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.trellis.identity.Writer;
import org.trellis.problem.Problems;
import org.trellis.reporting.impact.Results;
import org.trellis.reporting.progress.ProgressService;

/** Takes down a project's state for a report. */
@ApplicationScoped
class Snapshots {
    private final Results results;
    private final ProgressService progress;
    private final Readers readers;
    private final Writer writer;
    private final ObjectMapper json;
    private final SharedAnswer shared;

    Snapshots(Results results, ProgressService progress, Readers readers, Writer writer, ObjectMapper json) {
        this.results = results;
        this.progress = progress;
        this.readers = readers;
        this.writer = writer;
        this.json = json;
        shared = new SharedAnswer(json);
    }

    Snapshot take(UUID project) {
        var whose = readers.of(project);
        var answers = results.measures(project).stream()
                .map(measure -> answer(project, measure, whose))
                .toList();
        var submissions = new LinkedHashSet<JsonNode>();
        answers.forEach(a -> a.path("restsOn").path("submissions").forEach(submissions::add));
        return new Snapshot(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                project(project),
                progress.flow(project),
                cycles(project),
                answers,
                List.copyOf(submissions),
                Results.METHOD_VERSION);
    }

    /** Whether both say the same, whenever each was taken. */
    boolean saysTheSame(Snapshot one, Snapshot other) {
        return said(one).equals(said(other));
    }

    /** Written and read again, so that equal numbers are equal. */
    private JsonNode said(Snapshot snapshot) {
        try {
            ObjectNode said = (ObjectNode) json.readTree(json.writeValueAsString(snapshot));
            said.path("results").forEach(result -> {
                ((ObjectNode) result).remove("version");
                ((ObjectNode) result.path("restsOn")).remove("freshness");
            });
            return said.without("madeAt");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a snapshot can be written as JSON", e);
        }
    }

    private JsonNode answer(UUID project, UUID measure, Set<Set<UUID>> whose) {
        return results.seenBy(whose, project, measure).stream()
                .map(json::<JsonNode>valueToTree)
                .reduce(shared::of)
                .orElseThrow();
    }

    private Snapshot.Project project(UUID id) {
        return writer.one(Snapshot.Project.class, """
                        select p.id, p.title, p.alliance_id, a.name as alliance,
                          coalesce(p.research_questions, '{}') as research_questions, p.design, p.state, p.starts_on,
                          p.ends_on, coalesce(p.invented, false) as invented
                        from project p left join alliance a on a.id = p.alliance_id
                        where p.id = :id and not p.gone""", Map.of("id", id)).orElseThrow(Problems::notFound);
    }

    private List<Snapshot.Cycle> cycles(UUID project) {
        return writer.list(Snapshot.Cycle.class, """
                select number, name, phase, starts_on, ends_on, decision, next_focus, reviewed_on,
                  case when review is not null then jsonb_build_object(
                    'wentWell', review -> 'wentWell', 'wentBadly', review -> 'wentBadly', 'problems', review -> 'problems',
                    'noChallengeReason', review -> 'noChallengeReason', 'challenges', (
                      select coalesce(jsonb_agg(jsonb_build_object('allianceId', c.each -> 'allianceId',
                        'alliance', a.name, 'said', c.each -> 'said', 'saidOn', c.each -> 'saidOn') order by c.n), '[]')
                      from jsonb_array_elements(review -> 'challenges') with ordinality as c (each, n)
                      left join alliance a on a.id = (c.each ->> 'allianceId')::uuid)) end as review
                from cycle
                where project_id = :id and not gone
                order by number, id""", Map.of("id", project));
    }
}
