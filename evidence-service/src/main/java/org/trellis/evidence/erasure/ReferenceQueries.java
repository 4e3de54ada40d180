package org.trellis.evidence.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.audit.AccessLog;
import org.trellis.identity.Reader;
import org.trellis.outbox.Ids;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/** Questions of controllers about the people whose data they control. */
@ApplicationScoped
class ReferenceQueries implements Described {
    private static final String HELD = """
        select s.organisation_id, o.name as organisation_name, s.project_id, p.title as project_name, s.cycle_id,
               h.submission_id, h.revision, h.accepted,
               h.accepted and h.revision = coalesce(s.accepted_revision, 0) as counts, h.measure_id,
               m.name as measure_name, h.cohort_id, h.point, h.value, h.taken_on, h.subgroups
        from held_of(:reference) h join submission s on s.id = h.submission_id
        left join organisation o on o.id = s.organisation_id left join project p on p.id = s.project_id
        left join measure m on m.id = h.measure_id
        order by h.taken_on, h.submission_id, h.revision, h.measure_id, h.point\
        """;

    /** Of other schools' submissions a controller hears nothing, nor why one of theirs wanted it. */
    private static final String ERASURE = """
        e.id, e.erased_at, e.cause, e.people, e.scores,
        array(select s.id from submission s
              where s.id = any(e.submission_ids) and s.organisation_id = any((select actor_controls_ids())::uuid[])
              order by s.id) as submission_ids,
        case when e.organisation_ids <@ (select actor_controls_ids())::uuid[]
                  or is_actors(e.actor ->> 'issuer', e.actor ->> 'subject') then e.reason end as reason\
        """;

    private final Reader reader;
    private final AccessLog accessLog;

    ReferenceQueries(Reader reader, AccessLog accessLog) {
        this.reader = reader;
        this.accessLog = accessLog;
    }

    @Override
    public void describe(Lists lists) {
        lists.at("/v1/references/erasures", this::erasures);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 where nothing is held that the caller controls */
    SubjectView held(String reference) {
        var scores = reader.list(SubjectView.Held.class, HELD, Map.of("reference", reference));
        if (scores.isEmpty()) {
            throw Problems.notFound();
        }
        accessLog.note(
                "subject",
                Ids.next(),
                scores.stream().map(held -> held.organisation().id()).distinct().toList());
        return new SubjectView(scores);
    }

    ErasureView erasure(UUID id) {
        return reader.one(ErasureView.class, "select " + ERASURE + " from erasure e where e.id = :id", Map.of("id", id))
                .orElseThrow(Problems::notFound);
    }

    Page<ErasureView> erasures(Parameters parameters) {
        return Listing.of(ErasureView.class, ERASURE, "erasure e")
                .id("e.id")
                .where(
                        "e.organisation_ids @> array[cast(:organisationId as uuid)]",
                        "organisationId",
                        parameters.id("organisationId"))
                .sortable("erasedAt", "e.erased_at", "timestamptz")
                .page(reader, parameters);
    }

    /** Only the controller decides how long a school's pupils' data is kept. */
    void requireControlled(UUID organisation) {
        var roles = roles(organisation);
        if (roles.isEmpty()) {
            throw Problems.notFound();
        }
        if (!roles.contains("CONTROLLER")) {
            throw Problems.forbidden("That is for the controller: the trust of an academy, otherwise the school");
        }
    }

    boolean controls(UUID organisation) {
        return roles(organisation).contains("CONTROLLER");
    }

    private List<String> roles(UUID organisation) {
        return reader.list(String.class, "select unnest(actor_organisation_roles(:id))", Map.of("id", organisation));
    }

    List<RetentionView> rules() {
        return reader.list(RetentionView.class, """
            select organisation_id, months, (today() - make_interval(months => months))::date as taken_before,
                   0 as people, 0 as scores, set_at
            from retention_rule order by organisation_id\
            """, Map.of());
    }
}
