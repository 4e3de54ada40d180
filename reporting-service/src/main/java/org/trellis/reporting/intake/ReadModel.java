package org.trellis.reporting.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.trellis.identity.Writer;
import org.trellis.problem.Problems;

/**
 * Which of the two read models a transaction writes to: the one that answers, held so that they do not change places
 * meanwhile; or, in a rebuild, the one that is being filled.
 */
@ApplicationScoped
public class ReadModel {
    private static final ScopedValue<String> FILLING = ScopedValue.newInstance();

    private final Writer writer;

    ReadModel(Writer writer) {
        this.writer = writer;
    }

    /** Takes events in for this read model, and not for the one that answers. */
    public static void filling(String schema, Runnable intake) {
        ScopedValue.where(FILLING, schema).run(intake);
    }

    /**
     * While another is being filled, what is taken in again would reach the one that answers alone. Holding that one, it
     * is either before a rebuild begins, which then meets the event itself, or refused.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 while a rebuild is under way
     */
    void requireNoRebuild() {
        if (writer.one(
                        Boolean.class,
                        "select exists (select from rebuild where state in ('QUEUED', 'RUNNING'))",
                        Map.of())
                .orElse(false)) {
            throw Problems.conflict("rebuild-under-way", "The read model is being built anew: replay it after that");
        }
    }

    /** Until the running transaction ends, tables are those of the one read model. */
    void enter() {
        if (FILLING.isBound()) {
            writer.list(
                    String.class,
                    "select set_config('search_path', :schema || ', public', true)",
                    Map.of("schema", FILLING.get()));
        } else {
            writer.list(String.class, """
                    select set_config('search_path', active || ', public', true)
                    from (select active from public.read_model for share) held""", Map.of());
        }
    }
}
