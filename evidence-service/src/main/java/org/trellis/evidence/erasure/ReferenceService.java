package org.trellis.evidence.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.trellis.evidence.Today;
import org.trellis.identity.Actor;
import org.trellis.identity.Writer;
import org.trellis.problem.Problems;

/** Commands of controllers: to erase a person, and to say how long people are kept. */
@ApplicationScoped
class ReferenceService {
    private record Kept(int people, int scores) {}

    private final ReferenceQueries queries;
    private final Erasures erasures;
    private final Writer writer;
    private final Actor actor;

    ReferenceService(ReferenceQueries queries, Erasures erasures, Writer writer, Actor actor) {
        this.queries = queries;
        this.erasures = erasures;
        this.writer = writer;
        this.actor = actor;
    }

    /** Whoever controls one of a person's scores knows the key, and so may have the person forgotten everywhere. */
    @Transactional
    UUID erase(ReferenceRequest request) {
        queries.held(request.reference());
        return erasures.erase(List.of(request.reference()), ErasureCause.REQUEST);
    }

    @Transactional
    UUID set(RetentionRequest request) {
        queries.requireControlled(request.organisationId());
        writer.run(
                """
                insert into retention_rule (organisation_id, months, set_by)
                values (:organisation, :months, cast(:by as jsonb))
                on conflict (organisation_id) do update
                set months = excluded.months, set_by = excluded.set_by, set_at = now()\
                """, Map.of("organisation", request.organisationId(), "months", request.months(), "by", actor.json()));
        return request.organisationId();
    }

    RetentionView preview(RetentionRequest request) {
        queries.requireControlled(request.organisationId());
        var before = Today.inEngland().minusMonths(request.months());
        var kept = writer.one(Kept.class, """
            select count(distinct reference) as people, count(*) as scores from accepted_score
            where reference in (select kept_too_long(:organisation, :before))\
            """, Map.of("organisation", request.organisationId(), "before", before))
                .orElseThrow();
        return new RetentionView(
                request.organisationId(), request.months(), before, kept.people(), kept.scores(), null);
    }

    /** Removes what the school's rule says is no longer kept. */
    @Transactional
    UUID apply(UUID organisation) {
        queries.requireControlled(organisation);
        return applied(organisation)
                .orElseThrow(() ->
                        Problems.conflict("retention-nothing-due", "Nobody's scores have been kept longer than that"));
    }

    /** The same by itself, where whoever set the rule controls the school today. @return what was removed, if anything */
    @Transactional
    Optional<UUID> applyDaily(UUID organisation) {
        return queries.controls(organisation) ? applied(organisation) : Optional.empty();
    }

    private Optional<UUID> applied(UUID organisation) {
        var before = writer.one(LocalDate.class, """
            select (today() - make_interval(months => months))::date from retention_rule
            where organisation_id = :id\
            """, Map.of("id", organisation))
                .orElseThrow(() -> Problems.conflict("retention-rule-missing", "The school has no rule yet"));
        var people = writer.list(
                String.class,
                "select kept_too_long(:organisation, :before)",
                Map.of("organisation", organisation, "before", before));
        return people.isEmpty() ? Optional.empty() : Optional.of(erasures.erase(people, ErasureCause.RETENTION));
    }
}
