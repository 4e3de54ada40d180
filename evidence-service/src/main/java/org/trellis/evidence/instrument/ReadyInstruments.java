package org.trellis.evidence.instrument;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Writer;

/** The instruments to start from, in instruments.json: what is missing of them is published when the service starts. */
@ApplicationScoped
class ReadyInstruments {
    private final Instruments instruments;
    private final Publication publication;
    private final Writer writer;
    private final ObjectMapper json;

    ReadyInstruments(Instruments instruments, Publication publication, Writer writer, ObjectMapper json) {
        this.instruments = instruments;
        this.publication = publication;
        this.writer = writer;
        this.json = json;
    }

    /** After the measures that they count for; one replica at a time. */
    @Transactional
    void publish(@Observes @Priority(Interceptor.Priority.APPLICATION + 1000) StartupEvent event) {
        writer.one(Boolean.class, "select pg_advisory_xact_lock(hashtextextended('instruments', 0)) is null", Map.of());
        var there = writer.list(String.class, "select code from instrument where alliance_id is null", Map.of());
        ready().stream().filter(one -> !there.contains(one.code())).forEach(this::publish);
    }

    private List<NewInstrument> ready() {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream("instruments.json")) {
            return json.readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The id is the same wherever the service runs, so that answers can be compared. */
    private void publish(NewInstrument ready) {
        var instrument = new Instrument(
                UUID.nameUUIDFromBytes(("instrument " + ready.code()).getBytes(StandardCharsets.UTF_8)), ready);
        instruments.persist(instrument);
        publication.publish(instrument, ready.definition());
    }
}
