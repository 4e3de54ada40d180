package org.trellis.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Writer;

/** Keeps what is wrong with rows, in a transaction of its own: it is found even where what found it is taken back. */
@ApplicationScoped
class ImportFaults {
    private final Writer writer;

    ImportFaults(Writer writer) {
        this.writer = writer;
    }

    void keep(UUID id, Collection<ImportFault> faults) {
        if (faults.isEmpty()) {
            return;
        }
        QuarkusTransaction.requiringNew()
                .run(() -> writer.with(handle -> {
                    var batch = handle.prepareBatch("""
                    with found as (
                      insert into import_fault (import_id, line, column_name, code, subject, message)
                      values (:id, :line, :column, :code, :subject, :message) on conflict do nothing)
                    update import_row set refused = true where import_id = :id and line = :line and not refused""");
                    faults.forEach(
                            fault -> batch.bind("id", id).bindMethods(fault).add());
                    return batch.execute();
                }));
    }

    boolean any(UUID id) {
        return writer.one(
                        Boolean.class,
                        "select exists (select from import_fault where import_id = :id)",
                        Map.of("id", id))
                .orElseThrow();
    }

    /** The lines that are refused and why, in order. */
    Map<Integer, String> byLine(UUID id) {
        return writer.with(handle -> handle.createQuery("""
                        select line, string_agg(concat_ws(' ', nullif(column_name, ''), message), '; ' order by column_name)
                          as faults
                        from import_fault where import_id = :id and line > 0 group by line""")
                .bind("id", id)
                .reduceRows(new HashMap<Integer, String>(), (lines, row) -> {
                    lines.put(row.getColumn("line", Integer.class), row.getColumn("faults", String.class));
                    return lines;
                }));
    }
}
