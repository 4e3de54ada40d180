package org.trellis.reporting.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.trellis.identity.Reader;
import org.trellis.problem.Problems;

/** What the caller is to projects and schools, asked as the caller. */
@ApplicationScoped
public class SightQueries {
    /**
     * How a caller may count a project.
     *
     * @param whole sees its results, and so all of its schools and submissions
     * @param everySchool counts all of its schools
     * @param counted otherwise counts these schools alone
     */
    public record Counting(boolean whole, boolean everySchool, UUID[] counted) {}

    private final Reader reader;

    SightQueries(Reader reader) {
        this.reader = reader;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 where the caller may not see results of the project */
    public void mustSeeResults(UUID project) {
        must("select :id = any(cast((select visible_project_ids()) as uuid[])) from project where id = :id", project);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 where the caller may neither see nor count it */
    public Counting counting(UUID project) {
        return reader.one(Counting.class, """
                        select id = any(cast((select visible_project_ids()) as uuid[])) as whole,
                          actor_has_role('platform-admin') as every_school, counted_school_ids() as counted
                        from project where id = :id""", Map.of("id", project)).orElseThrow(Problems::notFound);
    }

    /** Those of these projects whose results the caller may see. */
    public Set<UUID> seen(Set<UUID> projects) {
        return new HashSet<>(reader.list(
                UUID.class,
                "select id from project where id = any(:ids) and id = any(cast((select visible_project_ids()) as uuid[]))",
                Map.of("ids", projects.toArray(UUID[]::new))));
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 where the caller neither leads it nor sees a project of it */
    public void mustSeeAlliance(UUID alliance) {
        must("""
                select :id = any(cast((select led_alliance_ids()) as uuid[])) or exists (
                  select from project where alliance_id = :id and id = any(cast((select visible_project_ids()) as uuid[])))
                from alliance where id = :id""", alliance);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 where the caller does not speak for the trust */
    public void mustSpeakForTrust(UUID trust) {
        must("""
                select kind = 'TRUST' and :id = any(cast((select own_group_ids()) as uuid[]))
                from organisation where id = :id""", trust);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 where the caller may not count the authority's schools */
    public void mustCountAuthority(UUID authority) {
        must("""
                select kind = 'LOCAL_AUTHORITY' and ((select actor_has_role('platform-admin'))
                  or :id = any(cast((select own_group_ids()) as uuid[])))
                from organisation where id = :id""", authority);
    }

    /** What the caller is, by appointment, in a project and at its alliance. */
    public Set<String> rolesIn(UUID project) {
        return new HashSet<>(reader.list(String.class, "select unnest(roles_in_project(:id))", Map.of("id", project)));
    }

    private void must(String may, UUID id) {
        if (!reader.one(Boolean.class, may, Map.of("id", id)).orElse(false)) {
            throw Problems.notFound();
        }
    }

    /** Schools whose figures are the caller's own: by the token, or as the trust that they are in today. */
    public Set<UUID> ownSchools() {
        return new HashSet<>(reader.list(UUID.class, "select unnest(own_school_ids())", Map.of()));
    }
}
