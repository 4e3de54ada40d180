package org.trellis.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.trellis.identity.Actor;
import org.trellis.identity.CurrentRequest;
import org.trellis.identity.Reader;
import org.trellis.identity.Writer;
import org.trellis.inbox.Inbox.NeverTaken;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/** Events that could not be taken in: what they were, and taking them in once the cause is mended. */
@ApplicationScoped
public class DeadLetters implements Described {
    private record Parked(
            String consumer, String topic, int partition, long offset, String key, String headers, byte[] payload) {}

    private final Reader reader;
    private final Writer writer;
    private final Inbox inbox;
    private final ObjectMapper json;

    DeadLetters(Reader reader, Writer writer, Inbox inbox, ObjectMapper json) {
        this.reader = reader;
        this.writer = writer;
        this.inbox = inbox;
        this.json = json;
    }

    @Override
    public void describe(Lists lists) {
        lists.at("/v1/{service}-dead-letters", this::list);
    }

    Page<DeadLetter> list(Parameters parameters) {
        return Listing.of(DeadLetter.class, """
                        id, consumer, topic, partition, "offset", headers ->> 'ce_type' as type,
                        headers ->> 'ce_subject' as subject, cause, parked_at""", "dead_letter")
                .where("consumer = :consumer", "consumer", parameters.text("consumer"))
                .sortable("parkedAt", "parked_at", "timestamptz")
                .page(reader, parameters);
    }

    /**
     * Takes the event in as its consumer would have. Whatever newer its aggregate has told since stays. A crash between
     * taking in and taking off the list leaves it listed; taken in again, it is found in the inbox and changes nothing.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404, or 409 where it still cannot be taken in
     */
    void replay(UUID id) {
        if (reader.one(UUID.class, "select id from dead_letter where id = :id", Map.of("id", id))
                .isEmpty()) {
            throw Problems.notFound();
        }
        var parked = writer.one(
                        Parked.class,
                        "select consumer, topic, partition, \"offset\", key, headers::text, payload from dead_letter"
                                + " where id = :id",
                        Map.of("id", id))
                .orElseThrow(Problems::notFound);
        try {
            inbox.takeAgain(parked.consumer(), event(parked));
        } catch (NeverTaken e) {
            throw Problems.conflict("dead-letter-refused-again", e.getMessage());
        }
        QuarkusTransaction.requiringNew().run(() -> takeOff(id));
    }

    private void takeOff(UUID id) {
        writer.run("delete from dead_letter where id = :id", Map.of("id", id));
        writer.run(
                """
                insert into history (aggregatetype, aggregateid, version, type, occurred_at, actor, reason)
                values ('dead-letter', :id, 0, 'dead-letter-replayed', now(), cast(:actor as jsonb), nullif(:reason, ''))
                on conflict do nothing""",
                Map.of(
                        "id", id,
                        "actor", CurrentRequest.actor().map(Actor::json).orElse("null"),
                        "reason", CurrentRequest.header("X-Reason").orElse("")));
    }

    private ConsumerRecord<String, byte[]> event(Parked parked) {
        var event = new ConsumerRecord<>(
                parked.topic(), parked.partition(), parked.offset(), parked.key(), parked.payload());
        headers(parked)
                .forEach((name, value) ->
                        event.headers().add(name, value == null ? null : value.getBytes(StandardCharsets.UTF_8)));
        return event;
    }

    private Map<String, String> headers(Parked parked) {
        try {
            return json.readValue(parked.headers(), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers that PostgreSQL holds as JSON cannot be read", e);
        }
    }
}
