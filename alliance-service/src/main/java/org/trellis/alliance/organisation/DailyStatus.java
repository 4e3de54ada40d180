package org.trellis.alliance.organisation;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Writer;

/**
 * Opens and closes organisations as their days come, so that lists, copies and those who follow the events know it. That
 * a school of the register has opened is for the register to say: openings are put off. Replicas take different rows.
 */
@ApplicationScoped
public class DailyStatus {
    private static final String DUE = """
            with due as (
              select id, coalesce(closes_on <= today(), false) as closing from organisation
              where closes_on <= today() and status <> 'CLOSED'
                or opens_on <= today() and status = 'PROPOSED' and register_changed_on is null
              order by id for no key update skip locked)
            update organisation o set version = o.version + 1, changed_at = now(),
              status = case when due.closing then 'CLOSED' else 'OPEN' end,
              described_from = greatest(case when due.closing then o.closes_on else o.opens_on end, o.described_from)
            from due where o.id = due.id
            returning o.id, due.closing as closing""";

    private record Due(UUID id, boolean closing) {}

    private final Writer writer;
    private final OrganisationFacts facts;

    DailyStatus(Writer writer, OrganisationFacts facts) {
        this.writer = writer;
        this.facts = facts;
    }

    @Scheduled(every = "1h", delayed = "1m")
    @Transactional
    public void follow() {
        var due = writer.list(Due.class, DUE, Map.of());
        facts.changed(which(due, false));
        facts.closed(which(due, true));
    }

    private static List<UUID> which(List<Due> due, boolean closing) {
        return due.stream()
                .filter(each -> each.closing() == closing)
                .map(Due::id)
                .toList();
    }
}
