package org.trellis.reporting.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.trellis.identity.Writer;

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
