package org.trellis.evidence.erasure;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.trellis.identity.OnBehalf;
import org.trellis.identity.Writer;

/**
 * Applies each school's rule once a day, by whichever replica holds it, from the day after it was set on: until then a
 * slip can be put right. It is applied for whoever set it, as long as they would still be the school's controller.
 */
@ApplicationScoped
class DailyRetention {
    private static final Logger LOG = Logger.getLogger(DailyRetention.class);

    private static final String DUE = """
        applied_on is distinct from today() and (set_at at time zone 'Europe/London')::date < today()\
        """;

    private record Rule(UUID organisationId, String setBy) {}

    private final Writer writer;
    private final ReferenceService service;

    DailyRetention(Writer writer, ReferenceService service) {
        this.writer = writer;
        this.service = service;
    }

    @Scheduled(every = "1h", delayed = "5m")
    void apply() {
        writer.list(
                        UUID.class,
                        "select organisation_id from retention_rule where " + DUE + " order by organisation_id",
                        Map.of())
                .forEach(this::apply);
    }

    /** One that fails comes again with the next hour, and keeps no other waiting. */
    private void apply(UUID school) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> writer.one(Rule.class, """
                        update retention_rule set applied_on = today()
                        where organisation_id = (
                          select organisation_id from retention_rule
                          where organisation_id = :school and %s for update skip locked)
                        returning organisation_id, set_by::text as set_by\
                        """.formatted(DUE), Map.of("school", school))
                            .ifPresent(rule -> OnBehalf.call(
                                    rule.setBy(), "retention rule", () -> service.applyDaily(rule.organisationId()))));
        } catch (RuntimeException e) {
            LOG.errorf(e, "the retention rule of school %s waits", school);
        }
    }
}
