package org.trellis.evidence.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.json.Json;
import org.trellis.audit.AccessLog;
import org.trellis.evidence.Named;
import org.trellis.evidence.measure.Measures.Cited;
import org.trellis.evidence.reference.AskedFor;
import org.trellis.evidence.submission.narrative.Titles;
import org.trellis.history.History;
import org.trellis.history.HistoryEntry;
import org.trellis.identity.Reader;
import org.trellis.outbox.Ids;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.paging.Sight;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/** Questions about submissions and, for those who may, their rows. */
@ApplicationScoped
class SubmissionQueries implements Described {
    private static final String COLUMNS = """
        s.id, s.version,
        %s, s.organisation_id, o.name as organisation_name, s.project_id,
        p.title as project_name, s.cycle_id, s.type, s.status, s.revision, s.accepted_revision,
        s.score_count as scores, s.reference_count as references, s.created_at, s.alliance_id,
        a.name as alliance_name, s.levels, s.about, s.held_texts\
        """.formatted(Titles.SHOWN);
    private static final String TABLES = """
        submission s left join organisation o on o.id = s.organisation_id left join project p on p.id = s.project_id
        left join alliance a on a.id = s.alliance_id\
        """;
    private static final String VIEW = """
        select %s, c.number as cycle_number, c.name as cycle_name, actor_submission_roles(s.id) as roles,
               s.instrument_id, s.instrument_edition, s.reference_scope, s.reference_key_id,
               coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'edition', m.edition) order by m.id)
                         from unnest(s.measure_ids, s.measure_editions) m(id, edition)), '[]') as measures
        from %s left join cycle c on c.id = s.cycle_id where s.id = :id\
        """.formatted(COLUMNS, TABLES);

    private record Single(
            UUID id,
            long version,
            String title,
            UUID organisationId,
            String organisationName,
            UUID projectId,
            String projectName,
            UUID cycleId,
            Integer cycleNumber,
            String cycleName,
            SubmissionType type,
            SubmissionStatus status,
            int revision,
            Integer acceptedRevision,
            int scores,
            int references,
            UUID allianceId,
            String allianceName,
            List<String> levels,
            String about,
            int heldTexts,
            UUID instrumentId,
            Integer instrumentEdition,
            ReferenceScope referenceScope,
            String referenceKeyId,
            @Json List<Cited> measures,
            Set<String> roles) {}

    private final Reader reader;
    private final Submissions submissions;
    private final History history;
    private final AccessLog accessLog;

    SubmissionQueries(Reader reader, Submissions submissions, History history, AccessLog accessLog) {
        this.reader = reader;
        this.submissions = submissions;
        this.history = history;
        this.accessLog = accessLog;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/submissions", this::list);
        lists.at("/v1/submissions/{id}/scores", parameters -> rows(Ids.next(), 1, parameters));
    }

    SubmissionView view(UUID id) {
        return reader.one(Single.class, VIEW, Map.of("id", id))
                .map(SubmissionQueries::view)
                .orElseThrow(Problems::notFound);
    }

    Page<SubmissionRow> list(Parameters parameters) {
        return Listing.of(SubmissionRow.class, COLUMNS, TABLES)
                .id("s.id")
                .where("s.project_id = :projectId", "projectId", parameters.id("projectId"))
                .where("s.cycle_id = :cycleId", "cycleId", parameters.id("cycleId"))
                .where("s.organisation_id = :organisationId", "organisationId", parameters.id("organisationId"))
                .where("s.alliance_id = :allianceId", "allianceId", parameters.id("allianceId"))
                .where(
                        "s.type = :type",
                        "type",
                        parameters.oneOf("type", SubmissionType.class).map(Enum::name))
                .where(
                        "s.levels @> array[cast(:level as text)]",
                        "level",
                        parameters.oneOf("level", GuskeyLevel.class).map(Enum::name))
                .where(
                        "s.status = :status",
                        "status",
                        parameters.oneOf("status", SubmissionStatus.class).map(Enum::name))
                .sortable("createdAt", "s.created_at", "timestamptz")
                .keptInStep("submission", "s", Sight.through("submission", "visible_submission_ids()", "false"))
                .page(reader, parameters);
    }

    /**
     * The rows of the revision that is being worked on, or of the accepted one where there is no other; of staff none but
     * those that the draft's maker wrote.
     */
    Page<ScoreRow> scores(UUID id, Parameters parameters) {
        var roles = submissions.rolesOf(id);
        if (roles.isEmpty()) {
            throw Problems.notFound();
        }
        var submission = view(id);
        boolean makersNow = submission.status().open() && roles.contains("MAKER");
        if (!roles.contains("CONTROLLER") && !makersNow) {
            throw Problems.forbidden(
                    "Rows are for the controller of the pupils' data, and for the maker until they are handed in");
        }
        var rows = rows(id, submission.revision(), parameters);
        accessLog.note("scores", id, List.of(submission.organisation().id()));
        return rows;
    }

    private Page<ScoreRow> rows(UUID id, int revision, Parameters parameters) {
        return Listing.of(
                        ScoreRow.class,
                        "r.id, r.reference, r.cohort_id, r.measure_id, r.point, r.value, r.taken_on, r.subgroups",
                        "score_row r")
                .id("r.id")
                .where("r.submission_id = :submission and r.revision = :revision")
                .bind("submission", id)
                .bind(
                        "revision",
                        parameters.whole("revision", 1, Integer.MAX_VALUE).orElse(revision))
                .where("r.point = :point", "point", AskedFor.text(parameters, "point"))
                .where(
                        "r.id = score_row_at(:submission, :revision, :line)",
                        "line",
                        parameters.whole("line", 1, Integer.MAX_VALUE))
                .where("r.cohort_id = :cohortId", "cohortId", parameters.id("cohortId"))
                .sortable("reference", "r.reference", "text")
                .page(reader, parameters);
    }

    List<HistoryEntry> history(UUID id) {
        var entries = history.of("submission", id);
        accessLog.note("history", id, List.of(view(id).organisation().id()));
        return entries;
    }

    private static SubmissionView view(Single s) {
        return new SubmissionView(
                s.id(),
                s.version(),
                s.title(),
                new Named(s.organisationId(), s.organisationName()),
                named(s.projectId(), s.projectName()),
                s.cycleId() == null ? null : new SubmissionView.Cycle(s.cycleId(), s.cycleNumber(), s.cycleName()),
                s.type(),
                s.status(),
                s.revision(),
                s.acceptedRevision(),
                new SubmissionView.Counts(s.scores(), s.references()),
                named(s.allianceId(), s.allianceName()),
                s.levels(),
                s.about(),
                s.instrumentId() == null ? null : new Cited(s.instrumentId(), s.instrumentEdition()),
                s.measures(),
                s.heldTexts(),
                s.referenceScope(),
                s.referenceKeyId(),
                SubmissionActions.of(s.type(), s.status(), s.acceptedRevision() != null, s.scores(), s.roles()));
    }

    private static Named named(UUID id, String name) {
        return id == null ? null : new Named(id, name);
    }
}
