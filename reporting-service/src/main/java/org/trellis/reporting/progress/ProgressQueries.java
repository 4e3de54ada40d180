package org.trellis.reporting.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/** Which projects and schools an answer on progress is about, and its pages of them; as the caller. */
@ApplicationScoped
class ProgressQueries implements Described {
    private static final ZoneId SCHOOLS = ZoneId.of("Europe/London");

    private static final String VISIBLE = "p.id = any(cast((select visible_project_ids()) as uuid[]))";

    private static final String OF_ALLIANCE =
            "(p.alliance_id = :alliance or p.partner_alliance_ids @> array[cast(:alliance as uuid)])";

    /** @param own whether the caller speaks for the school, or for the trust that it is in today */
    record Part(
            UUID id,
            @Nested("organisation") ProgressView.Named organisation,
            String status,
            LocalDate startsOn,
            LocalDate endsOn,
            boolean own) {}

    private record Id(UUID id) {}

    private final Reader reader;

    ProgressQueries(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void describe(Lists lists) {
        lists.at("/v1/progress/projects/{id}", parameters -> parts(new UUID(0, 0), parameters));
        lists.at("/v1/progress/alliances/{id}", parameters -> ofAlliance(new UUID(0, 0), parameters));
        lists.at("/v1/progress/trusts/{id}", parameters -> {
            asOf(parameters);
            ofSchools(List.of(), parameters);
        });
        lists.at("/v1/progress/local-authorities/{id}", parameters -> {
            asOf(parameters);
            parameters.check();
        });
    }

    /** The day on which schools are those that count; who may look at them is decided by today. */
    static LocalDate asOf(Parameters parameters) {
        return parameters.day("asOf").orElseGet(() -> LocalDate.now(SCHOOLS));
    }

    ProgressView.Named name(String table, UUID id) {
        return reader.one(
                        ProgressView.Named.class,
                        "select id, name from " + table + " where id = :id and not gone",
                        Map.of("id", id))
                .orElseThrow(Problems::notFound);
    }

    /** A project's participations, with the names of the schools. */
    Page<Part> parts(UUID project, Parameters parameters) {
        return Listing.of(Part.class, """
                        x.id, x.organisation_id, o.name as organisation_name, x.status, x.starts_on, x.ends_on,
                        x.organisation_id = any(cast((select own_school_ids()) as uuid[])) as own""", """
                        participation x left join organisation o on o.id = x.organisation_id""")
                .id("x.id")
                .where("not x.gone and x.status is not null")
                .where("x.project_id = :project")
                .bind("project", project)
                .where("x.status = :status", "status", parameters.text("status"))
                .sortable("name", "coalesce(o.name, '')", "text")
                .page(reader, parameters);
    }

    /** All projects of an alliance that the caller sees, the alliance's own and those it is a partner of. */
    List<UUID> ofAlliance(UUID alliance) {
        return reader.list(
                UUID.class,
                "select p.id from project p where not p.gone and %s and %s".formatted(VISIBLE, OF_ALLIANCE),
                Map.of("alliance", alliance));
    }

    Page<UUID> ofAlliance(UUID alliance, Parameters parameters) {
        return ids(Listing.of(Id.class, "p.id", "project p").where(OF_ALLIANCE).bind("alliance", alliance), parameters);
    }

    /** All projects in which one of these schools takes or took part. */
    List<UUID> ofSchools(List<UUID> schools) {
        return reader.list(
                UUID.class,
                "select distinct x.project_id from participation x where not x.gone and x.organisation_id = any(:schools)",
                Map.of("schools", schools.toArray(UUID[]::new)));
    }

    Page<UUID> ofSchools(List<UUID> projects, Parameters parameters) {
        return ids(
                Listing.of(Id.class, "p.id", "project p")
                        .where("p.id = any(:projects)")
                        .bind("projects", projects.toArray(UUID[]::new)),
                parameters);
    }

    private Page<UUID> ids(Listing<Id> projects, Parameters parameters) {
        var page = projects.id("p.id")
                .where("not p.gone and p.title is not null and " + VISIBLE)
                .where("p.state = :state", "state", parameters.text("state"))
                .sortable("title", "p.title", "text")
                .page(reader, parameters);
        return new Page<>(page.items().stream().map(Id::id).toList(), page.next(), page.total());
    }
}
