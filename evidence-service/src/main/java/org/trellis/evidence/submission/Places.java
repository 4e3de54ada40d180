package org.trellis.evidence.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.trellis.identity.Reader;
import org.trellis.identity.Writer;
import org.trellis.problem.Problems;

/** Judges for which school, project and cycle the caller may hand something in. */
@ApplicationScoped
class Places {
    private record Roles(Set<String> roles) {}

    private static final Set<String> TAKING_PART = Set.of("COMMITTED", "ACTIVE", "COMPLETED");

    private final Reader reader;
    private final Writer writer;

    Places(Reader reader, Writer writer) {
        this.reader = reader;
        this.writer = writer;
    }

    /**
     * Holds the school's participation as it is until the transaction ends, so that a school that leaves with its
     * evidence leaves nothing behind.
     */
    void check(NewSubmission body) {
        if (reader.one(
                        Boolean.class,
                        "select true from organisation where id = :id and not gone",
                        Map.of("id", body.organisationId()))
                .isEmpty()) {
            throw Problems.referencePending("$.organisationId");
        }
        if (rolesAt(body.organisationId()).isEmpty() && !(body.type().development() && coaches(body))) {
            throw Problems.forbidden(
                    "Evidence is handed in by the school's own staff or by its trust, notes on lessons also by a coach");
        }
        if (body.allianceId() == null) {
            checkProject(body);
        } else {
            checkAlliance(body);
        }
    }

    private void checkProject(NewSubmission body) {
        var statuses = writer.list(
                String.class, """
                select status from participation
                where project_id = :project and organisation_id = :organisation and not gone order by id for share\
                """, Map.of("project", body.projectId(), "organisation", body.organisationId()));
        if (statuses.isEmpty() || !known("project", body.projectId(), body.projectId())) {
            throw Problems.referencePending("$.projectId");
        }
        if (body.cycleId() != null && !known("cycle", body.cycleId(), body.projectId())) {
            throw Problems.referencePending("$.cycleId");
        }
        if (statuses.stream().noneMatch(TAKING_PART::contains)) {
            throw Problems.conflict("school-not-taking-part", "The school has not committed itself to this project");
        }
    }

    private void checkAlliance(NewSubmission body) {
        if (!holds("exists (select from alliance where id = :alliance and not gone)", body)) {
            throw Problems.referencePending("$.allianceId");
        }
        if (!holds("is_member_today(:organisation, :alliance)", body)) {
            throw Problems.conflict("school-not-a-member", "The school is not in this alliance today");
        }
    }

    private boolean holds(String question, NewSubmission body) {
        return writer.one(
                        Boolean.class,
                        "select " + question,
                        Map.of("organisation", body.organisationId(), "alliance", body.allianceId()))
                .orElseThrow();
    }

    private boolean coaches(NewSubmission body) {
        var values = new HashMap<String, Object>();
        values.put("organisation", body.organisationId());
        values.put("project", body.projectId());
        return reader.one(Boolean.class, "select actor_coaches(:organisation, cast(:project as uuid))", values)
                .orElseThrow();
    }

    private Set<String> rolesAt(UUID organisation) {
        return reader.one(Roles.class, "select actor_organisation_roles(:id) as roles", Map.of("id", organisation))
                .orElseThrow()
                .roles();
    }

    private boolean known(String table, UUID id, UUID project) {
        return writer.one(
                        Boolean.class,
                        table.equals("cycle")
                                ? "select true from cycle where id = :id and project_id = :project and not gone"
                                : "select true from project where id = :id and id = :project and not gone",
                        Map.of("id", id, "project", project))
                .isPresent();
    }
}
