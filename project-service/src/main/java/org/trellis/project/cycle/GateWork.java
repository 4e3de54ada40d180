package org.trellis.project.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Writer;
import org.trellis.project.due.DailyWork;

/** Lets schools deliver that became ready after their cycle had begun to: no late school holds up the others. */
@ApplicationScoped
class GateWork implements DailyWork {
    private final Writer writer;
    private final Delivering delivering;

    GateWork(Writer writer, Delivering delivering) {
        this.writer = writer;
        this.delivering = delivering;
    }

    @Override
    @Transactional
    public boolean step(LocalDate today) {
        var due = writer.list(UUID.class, """
                delete from gate_due where id in (
                  select id from gate_due where cycle_id = (select cycle_id from gate_due order by id limit 1)
                  for update skip locked)
                returning cycle_id""", Map.of());
        due.stream().findFirst().ifPresent(delivering::late);
        return !due.isEmpty();
    }
}
