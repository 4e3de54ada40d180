package org.trellis.project.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.trellis.identity.Writer;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Changes.Change;
import org.trellis.project.due.DailyWork;

/** Works answers out anew where a record has changed, and once a day, since posts end by the calendar; tells what is another. */
@ApplicationScoped
class ReadinessWork implements DailyWork {
    private record Held(UUID id, long version) {}

    private record Kept(Message message, Answer answer) {}

    private static final String CHANGED = """
            delete from readiness_due where id in (
              select id from readiness_due
              where project_id = (select project_id from readiness_due where not is_put_off(project_id) order by id limit 1)
              for update skip locked)
            returning project_id""";
    private static final String NEW_DAY = """
            select r.project_id from readiness r join project p on p.id = r.project_id
            where r.checked_on < :today and p.state not in ('CLOSED', 'WITHDRAWN') and not is_put_off(r.project_id)
            order by r.project_id limit 1 for update of r skip locked""";

    private final Writer writer;
    private final ReadinessCheck check;
    private final Changes changes;

    ReadinessWork(Writer writer, ReadinessCheck check, Changes changes) {
        this.writer = writer;
        this.check = check;
        this.changes = changes;
    }

    @Override
    public Optional<UUID> next(LocalDate today) {
        return writer.list(UUID.class, CHANGED, Map.of()).stream()
                .findFirst()
                .or(() -> writer.one(UUID.class, NEW_DAY, Map.of("today", today)));
    }

    /** The row of its answers is held from here on, so that two replicas never tell one version twice. */
    @Override
    public void look(UUID project, LocalDate today) {
        var held = writer.one(Held.class, """
                insert into readiness (project_id, version, checked_on) values (:id, 0, :today)
                on conflict (project_id) do update set checked_on = :today, version = readiness.version + 1
                returning id, version""", Map.of("id", project, "today", today))
                .orElseThrow();
        var before = kept(project);
        var now = check.of(project, today);
        var other = now.stream()
                .filter(finding -> before.get(finding.message()) != finding.answer())
                .toList();
        if (!other.isEmpty()) {
            other.forEach(finding -> keep(project, held.version(), finding));
            changes.record(List.of(new Change(held.id(), held.version(), told(held.id(), project, today, now))));
        }
    }

    private Map<Message, Answer> kept(UUID project) {
        return writer.list(Kept.class, """
                        select distinct on (message) message, answer from readiness_answer
                        where project_id = :id order by message, version desc""", Map.of("id", project)).stream()
                .collect(Collectors.toMap(Kept::message, Kept::answer));
    }

    private void keep(UUID project, long version, Finding finding) {
        writer.run(
                """
                insert into readiness_answer (project_id, message, version, answer)
                values (:project, :message, :version, :answer)""",
                Map.of(
                        "project",
                        project,
                        "message",
                        finding.message().name(),
                        "version",
                        version,
                        "answer",
                        finding.answer().name()));
    }

    private static ReadinessEvent told(UUID id, UUID project, LocalDate today, List<Finding> findings) {
        return new ReadinessEvent.Changed(new ReadinessEvent.State(
                id,
                project,
                today,
                findings.stream()
                        .map(finding -> new ReadinessEvent.Given(finding.message(), finding.answer()))
                        .toList()));
    }
}
