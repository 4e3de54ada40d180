package org.trellis.project.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
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
    public Optional<UUID> next(LocalDate today) {
        return writer.list(UUID.class, """
                        delete from gate_due where id in (
                          select id from gate_due
                          where cycle_id = (select cycle_id from gate_due where not is_put_off(cycle_id) order by id limit 1)
                          for update skip locked)
                        returning cycle_id""", Map.of()).stream().findFirst();
    }

    @Override
    public void look(UUID cycle, LocalDate today) {
        delivering.late(cycle);
    }
}
