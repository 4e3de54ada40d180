package org.trellis.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.trellis.identity.Actor;
import org.trellis.identity.CurrentRequest;
import org.trellis.identity.Writer;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;
import org.trellis.web.BodyHash;
import org.trellis.web.Text;

/**
 * Runs a command once for each Idempotency-Key of a caller and a path. The key is written in the command's own
 * transaction, so either both are there or neither; a command that fails leaves nothing behind.
 */
@ApplicationScoped
public class Once {
    private record Earlier(String bodyHash, UUID resource) {}

    private static final int LONGEST_KEY = 255;

    private final Writer writer;
    private final BodyHash body;

    Once(Writer writer, BodyHash body) {
        this.writer = writer;
        this.body = body;
    }

    /**
     * Runs the command in a transaction of its own, or, where the same request came before, finds what that made.
     *
     * @param command makes or moves something and returns its id
     * @return the id; the caller makes its answer from it anew, under today's rights
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 for the same key with another body, 409 while the first
     *     request is still running
     */
    public UUID run(Supplier<UUID> command) {
        var key = key();
        return QuarkusTransaction.requiringNew()
                .call(() -> key.isEmpty() ? command.get() : once(actor(), path(), key.get(), command));
    }

    private UUID once(String actor, String path, String key, Supplier<UUID> command) {
        var earlier = writer.one(
                        Earlier.class,
                        "select body_hash, resource from idempotency_begin(:actor, :path, :key)",
                        Map.of("actor", actor, "path", path, "key", key))
                .orElseThrow(() -> Problems.conflict("still-running", "A request with this key is still running"));
        if (earlier.resource() != null) {
            if (!earlier.bodyHash().equals(body.value())) {
                throw Problems.keyReused();
            }
            return earlier.resource();
        }
        UUID made = command.get();
        writer.run("""
                insert into idempotency (actor, path, key, body_hash, resource)
                values (:actor, :path, :key, :hash, :resource)""", Map.of("actor", actor, "path", path, "key", key, "hash", body.value(), "resource", made));
        return made;
    }

    private static Optional<String> key() {
        var key = CurrentRequest.header("Idempotency-Key");
        key.filter(k -> k.isBlank() || k.length() > LONGEST_KEY || !Text.storable(k))
                .ifPresent(k -> {
                    throw Problems.invalid(Violation.header("Idempotency-Key", "must have 1 to 255 characters"));
                });
        return key;
    }

    private static String actor() {
        Actor actor = CurrentRequest.actor().orElseThrow(Problems::notFound);
        return actor.issuer() + " " + actor.subject();
    }

    private static String path() {
        return CurrentRequest.path().orElseThrow();
    }
}
