package org.trellis.project.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.trellis.identity.Reader;
import org.trellis.paging.Sight;
import org.trellis.problem.Problems;

/** What the caller is to the thing that a command is about. Every command asks here first. */
@ApplicationScoped
public class Standing {
    /** What belongs to a project is seen by who sees the project. */
    public static final Sight SIGHT = Sight.through("project", "visible_project_ids()", "actor_reads_all_projects()");

    private final Reader reader;

    Standing(Reader reader) {
        this.reader = reader;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 where the caller has nothing to do with the project */
    public Set<Role> inProject(UUID project) {
        return found(roles("actor_project_roles", project));
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 where the caller has nothing to do with the project */
    public Set<Role> inParticipation(UUID participation) {
        return found(roles("actor_participation_roles", participation));
    }

    /** Whether the project is there for the caller. */
    public boolean sees(UUID project) {
        return !roles("actor_project_roles", project).isEmpty();
    }

    /** The caller's roles at an alliance; its name is open to all, so none is no reason for 404. */
    public Set<Role> atAlliance(UUID alliance) {
        return roles("actor_alliance_roles", alliance);
    }

    /** The caller's roles at a school, by token or through its trust. */
    public Set<Role> atSchool(UUID school) {
        return roles("actor_school_roles", school);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 403 unless the caller has one of the allowed roles */
    public static void require(Set<Role> roles, Set<Role> allowed, String what) {
        if (roles.stream().noneMatch(allowed::contains)) {
            throw Problems.forbidden(what);
        }
    }

    private Set<Role> roles(String function, UUID id) {
        var roles = EnumSet.noneOf(Role.class);
        roles.addAll(reader.list(Role.class, "select unnest(" + function + "(:id))", Map.of("id", id)));
        return roles;
    }

    private static Set<Role> found(Set<Role> roles) {
        if (roles.isEmpty()) {
            throw Problems.notFound();
        }
        return roles;
    }
}
