package org.trellis.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.CurrentRequest;
import org.trellis.identity.Writer;

/**
 * Writes down a change in the business transaction: one row of history (who, when, why, the state after it) and one
 * row of the outbox (what the others hear). There is no other way to publish. History also keeps what an aggregate says
 * in words of its own. Of what goes on a compacted topic, which is personal data, it keeps who changed it, when and why,
 * and no state: what is erased must not live on here.
 */
@ApplicationScoped
public class Changes {
    private static final String INSERT = """
            with told as (
              insert into outbox (id, aggregatetype, aggregateid, type, payload, headers, sequence, epoch, occurred_at)
              select :id, :aggregate, :aggregateId, :type, cast(:payload as jsonb), cast(:headers as jsonb), :sequence,
                     value, :at
              from epoch)
            insert into history (aggregatetype, aggregateid, version, type, occurred_at, actor, reason, state)
            values (:aggregate, :aggregateId, :sequence, :type, :at, cast(:actor as jsonb), :reason,
                    cast(:kept as jsonb) || jsonb_strip_nulls(cast(:untold as jsonb)))
            """;

    /**
     * A change to something that is no Hibernate entity.
     *
     * @param id the aggregate's id
     * @param sequence its version after the change; grows with each change, gaps allowed
     * @param untold what history keeps beside the event's state
     */
    public record Change(UUID id, long sequence, Event event, Object untold) {
        public Change(UUID id, long sequence, Event event) {
            this(id, sequence, event, Map.of());
        }
    }

    private final EntityManager entities;
    private final Writer writer;
    private final ObjectMapper json;
    private final OutboxConfig outbox;
    private final TransactionSynchronizationRegistry transaction;
    private final RelayLoop relay;

    Changes(
            EntityManager entities,
            Writer writer,
            ObjectMapper json,
            OutboxConfig outbox,
            TransactionSynchronizationRegistry transaction,
            RelayLoop relay) {
        this.entities = entities;
        this.writer = writer;
        this.json = json;
        this.outbox = outbox;
        this.transaction = transaction;
        this.relay = relay;
    }

    /** Flushes, so that the database has judged the change and the version that travels is the one that commits. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Aggregate aggregate, Event event) {
        aggregate.changed();
        entities.flush();
        record(List.of(new Change(aggregate.id(), aggregate.version(), event, aggregate.untold())));
    }

    /** The same for changes made by plain SQL, in one round trip for all of them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Collection<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var headers = written(headers());
        var who = CurrentRequest.callerJson().orElse(null);
        var reason = CurrentRequest.reason().orElse(null);
        var at = Now.asKept();
        writer.with(handle -> {
            var batch = handle.prepareBatch(INSERT);
            for (var change : changes) {
                var event = change.event();
                var payload = event.state() == null ? null : written(event.state());
                batch.bind("id", Ids.next())
                        .bind("aggregate", event.aggregate())
                        .bind("aggregateId", change.id())
                        .bind("type", event.type())
                        .bind("payload", payload)
                        .bind("kept", outbox.compacted().containsKey(event.aggregate()) ? null : payload)
                        .bind("untold", written(change.untold()))
                        .bind("headers", headers)
                        .bind("sequence", change.sequence())
                        .bind("at", at)
                        .bind("actor", who)
                        .bind("reason", reason)
                        .add();
            }
            return batch.execute();
        });
        transaction.registerInterposedSynchronization(new Nudge(relay));
    }

    private static Map<String, String> headers() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? Map.of(
                        "traceparent",
                        "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                                + span.getTraceFlags().asHex())
                : Map.of();
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event's state cannot be written as JSON", e);
        }
    }

    private record Nudge(RelayLoop relay) implements Synchronization {
        @Override
        public void beforeCompletion() {
            // nothing to do: the rows are already written
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.nudge();
            }
        }
    }
}
