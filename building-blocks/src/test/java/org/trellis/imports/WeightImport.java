package org.trellis.imports;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.trellis.identity.Reader;
import org.trellis.identity.Writer;

/** Names and weights: the least that can be imported. */
@Singleton
class WeightImport implements ImportKind {
    private final Writer writer;

    /** How many batches are applied before one is cut off, once; negative for none. */
    final AtomicInteger cutOffAfter = new AtomicInteger(-1);

    /** How often the uploader is still found to be permitted. */
    final AtomicInteger permissions = new AtomicInteger(Integer.MAX_VALUE);

    WeightImport(Writer writer) {
        this.writer = writer;
    }

    @Override
    public String collection() {
        return "weight-imports";
    }

    @Override
    public String name() {
        return "WEIGHTS";
    }

    @Override
    public Charset charset() {
        return Charset.forName("windows-1252");
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(ImportColumn.required("Name", "Name of thing"), ImportColumn.required("Grams"));
    }

    @Override
    public boolean permitted(Reader reader) {
        return permissions.getAndDecrement() > 0
                && reader.one(Boolean.class, "select actor_has_role('weigher')", Map.of())
                        .orElseThrow();
    }

    @Override
    public Optional<List<String>> read(ImportLine line) {
        var name = line.required("Name");
        line.required("Grams");
        var grams = line.decimal("Grams", BigDecimal.ZERO, BigDecimal.valueOf(1_000_000));
        return "SKIP".equals(name) ? Optional.empty() : Optional.of(Arrays.asList(name, String.valueOf(grams)));
    }

    @Override
    public void judge(ImportBatch all) {
        writer.list(Integer.class, """
                        select line from (select line, row_number() over (partition by cells[1] order by line) as n
                          from import_row where import_id = :import and line between :first and :last and not refused) r
                        where n > 1""", all.values())
                .forEach(line -> all.refuse(new ImportFault(line, "Name", "twice", "", "is in the file before")));
    }

    @Override
    public ImportTally apply(ImportBatch batch) {
        var rows = batch.rows();
        int touched = writer.run("""
                insert into weight (name, grams)
                select cells[1], cells[2]::int from import_row
                where import_id = :import and line between :first and :last and not refused
                on conflict (name) do update set grams = excluded.grams where weight.grams <> excluded.grams""", batch.values());
        if (cutOffAfter.getAndDecrement() == 0) {
            throw new IllegalStateException("cut off");
        }
        return new ImportTally(touched, 0, rows.size() - touched);
    }

    @Override
    public int batchSize() {
        return 10;
    }
}
