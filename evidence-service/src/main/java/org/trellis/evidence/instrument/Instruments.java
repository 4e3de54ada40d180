package org.trellis.evidence.instrument;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.trellis.identity.Writer;
import org.trellis.problem.Problems;

/** All instruments, with their drafts and editions. */
@ApplicationScoped
public class Instruments implements PanacheRepositoryBase<Instrument, UUID> {
    /** A published form, to be answered. */
    public record Edition(UUID id, int edition, String purpose, String about, boolean graded, Definition definition) {}

    private record Stored(UUID id, int edition, String purpose, String about, boolean graded, String definition) {}

    private final Writer writer;
    private final ObjectMapper json;

    Instruments(Writer writer, ObjectMapper json) {
        this.writer = writer;
        this.json = json;
    }

    Instrument locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problems::notFound);
    }

    /** @param edition null for the last one */
    public Optional<Edition> edition(UUID id, Integer edition) {
        return writer.one(Stored.class, """
                        select i.id, e.edition, i.purpose, i.about, e.graded, e.definition::text from instrument i
                        join instrument_edition e on e.instrument_id = i.id
                        where i.id = :id and e.edition = case when :edition = 0 then i.edition else :edition end\
                        """, Map.of("id", id, "edition", edition == null ? 0 : edition))
                .map(e -> new Edition(e.id(), e.edition(), e.purpose(), e.about(), e.graded(), read(e.definition())));
    }

    Optional<Definition> draft(UUID id) {
        return writer.one(
                        String.class,
                        "select definition::text from instrument_draft where instrument_id = :id",
                        Map.of("id", id))
                .map(this::read);
    }

    void keepDraft(UUID id, Definition definition) {
        writer.run("""
                insert into instrument_draft (instrument_id, definition) values (:id, cast(:definition as jsonb))
                on conflict (instrument_id) do update set definition = excluded.definition\
                """, Map.of("id", id, "definition", written(definition)));
    }

    void keepEdition(Instrument published, Definition definition) {
        writer.run(
                """
                insert into instrument_edition (instrument_id, edition, definition, graded)
                values (:id, :edition, cast(:definition as jsonb), :graded)\
                """,
                Map.of(
                        "id",
                        published.id(),
                        "edition",
                        published.edition(),
                        "definition",
                        written(definition),
                        "graded",
                        definition.isGraded()));
        writer.run("delete from instrument_draft where instrument_id = :id", Map.of("id", published.id()));
    }

    private String written(Definition definition) {
        try {
            return json.writeValueAsString(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a definition cannot be written as JSON", e);
        }
    }

    private Definition read(String definition) {
        try {
            return json.readValue(definition, Definition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a definition that PostgreSQL holds as JSON cannot be read", e);
        }
    }
}
