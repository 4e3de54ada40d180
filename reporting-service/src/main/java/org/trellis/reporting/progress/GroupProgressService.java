package org.trellis.reporting.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.trellis.audit.AccessLog;
import org.trellis.identity.Writer;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.reporting.directory.OrganisationKeys;
import org.trellis.reporting.directory.SightQueries;
import org.trellis.reporting.intake.Freshness;
import org.trellis.reporting.progress.Standings.Schools;
import org.trellis.web.Parameters;

/** How the projects of many schools stand, for who leads an alliance, answers for a trust, or counts for an authority. */
@ApplicationScoped
class GroupProgressService {
    /** Fewer schools than this are not counted by how far their evidence is: a count of one or two speaks of a school. */
    private static final int FEWEST = 3;

    private record PhaseCount(String phase, int schools) {}

    private final SightQueries sight;
    private final OrganisationKeys keys;
    private final ProgressQueries queries;
    private final Standings standings;
    private final Writer writer;
    private final Freshness freshness;
    private final AccessLog accessLog;

    GroupProgressService(
            SightQueries sight,
            OrganisationKeys keys,
            ProgressQueries queries,
            Standings standings,
            Writer writer,
            Freshness freshness,
            AccessLog accessLog) {
        this.sight = sight;
        this.keys = keys;
        this.queries = queries;
        this.standings = standings;
        this.writer = writer;
        this.freshness = freshness;
        this.accessLog = accessLog;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 where the caller sees nothing of the alliance */
    GroupProgress ofAlliance(UUID id, Parameters parameters) {
        var page = queries.ofAlliance(id, parameters);
        sight.mustSeeAlliance(id);
        return new GroupProgress(
                queries.name("alliance", id),
                null,
                standings.totals(queries.ofAlliance(id), Schools.ALL),
                null,
                rows(page, Schools.ALL),
                null,
                freshness.newest());
    }

    /**
     * Over the schools that were in the trust on a day, as far as the caller may look at them today.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404
     */
    GroupProgress ofTrust(String key, Parameters parameters) {
        var asOf = ProgressQueries.asOf(parameters);
        var id = keys.find(key, "TRUST").orElseThrow(Problems::notFound);
        var own = sight.ownSchools();
        var schools =
                schoolsOf(id, "TRUST", asOf).stream().filter(own::contains).toList();
        var projects = queries.ofSchools(schools);
        var page = queries.ofSchools(projects, parameters);
        sight.mustSpeakForTrust(id);
        var sideBySide = standings.schools(projects, schools);
        accessLog.note("progress", id, schools);
        return new GroupProgress(
                queries.name("organisation", id),
                asOf,
                standings.totals(projects, Schools.of(schools)),
                sideBySide,
                rows(page, Schools.of(schools)),
                null,
                freshness.newest());
    }

    /** Counts of schools and of projects, nothing by name. @throws io.quarkiverse.resteasy.problem.HttpProblem 404 */
    GroupProgress ofAuthority(String key, Parameters parameters) {
        var asOf = ProgressQueries.asOf(parameters);
        parameters.check();
        var id = keys.find(key, "LOCAL_AUTHORITY").orElseThrow(Problems::notFound);
        sight.mustCountAuthority(id);
        var schools = schoolsOf(id, "LOCAL_AUTHORITY", asOf);
        var projects = writer.list(
                UUID.class,
                "select distinct project_id from participation where not gone and organisation_id = any(:schools)",
                Map.of("schools", schools.toArray(UUID[]::new)));
        return new GroupProgress(
                queries.name("organisation", id),
                asOf,
                standings.totals(projects, Schools.of(schools)).counted(FEWEST),
                null,
                null,
                byPhase(schools),
                freshness.newest());
    }

    private Page<Standing> rows(Page<UUID> page, Schools schools) {
        var found = standings.of(page.items(), schools);
        return new Page<>(page.items().stream().map(found::get).toList(), page.next(), page.total());
    }

    private List<UUID> schoolsOf(UUID group, String kind, LocalDate asOf) {
        return writer.list(UUID.class, """
                select distinct organisation_id from affiliation where to_id = :group and kind = :kind and not gone
                  and starts_on <= :day and (ends_on is null or ends_on > :day)""", Map.of("group", group, "kind", kind, "day", asOf));
    }

    private Map<String, Integer> byPhase(Collection<UUID> schools) {
        Map<String, Integer> counts = new TreeMap<>();
        writer.list(
                        PhaseCount.class,
                        """
                        select coalesce(o.phase, 'UNKNOWN') as phase, count(distinct o.id) as schools
                        from organisation o join participation x on x.organisation_id = o.id and not x.gone and x.%s
                        where o.id = any(:schools) group by 1""".formatted(Standings.TAKES_PART),
                        Map.of("schools", schools.toArray(UUID[]::new)))
                .forEach(row -> counts.put(row.phase(), row.schools()));
        return counts;
    }
}
