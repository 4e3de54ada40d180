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
        boolean seen = reader.one(
                        Boolean.class,
                        "select :id = any(cast((select visible_project_ids()) as uuid[])) from project where id = :id",
                        Map.of("id", project))
                .orElse(false);
        if (!seen) {
            throw Problems.notFound();
        }
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

    /** Schools whose figures are the caller's own: by the token, or as the trust that they are in today. */
    public Set<UUID> ownSchools() {
        return new HashSet<>(reader.list(UUID.class, "select unnest(own_school_ids())", Map.of()));
    }
}
