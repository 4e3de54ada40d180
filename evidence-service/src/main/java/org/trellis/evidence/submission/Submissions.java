package org.trellis.evidence.submission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.trellis.identity.Reader;
import org.trellis.problem.Problems;

/** All submissions, and the one way to load one for a command. */
@ApplicationScoped
public class Submissions implements PanacheRepositoryBase<Submission, UUID> {
    private record Roles(Set<String> roles) {}

    /** A submission, whole and locked, with what the caller is to it. */
    public record Loaded(Submission submission, Set<String> roles) {
        /** @throws io.quarkiverse.resteasy.problem.HttpProblem 403 unless the caller is one of these */
        public Submission as(String refusal, String... wanted) {
            for (var role : wanted) {
                if (roles.contains(role)) {
                    return submission;
                }
            }
            throw Problems.forbidden(refusal);
        }
    }

    private final Reader reader;

    Submissions(Reader reader) {
        this.reader = reader;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 where there is none that the caller may see */
    public Loaded load(UUID id) {
        var roles = rolesOf(id);
        var submission = locked(id).filter(_ -> !roles.isEmpty()).orElseThrow(Problems::notFound);
        return new Loaded(submission, roles);
    }

    /** What the caller is to a submission; nothing means that it is not there for them. */
    public Set<String> rolesOf(UUID id) {
        return reader.one(Roles.class, "select actor_submission_roles(:id) as roles", Map.of("id", id))
                .orElseThrow()
                .roles();
    }

    public Optional<Submission> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
