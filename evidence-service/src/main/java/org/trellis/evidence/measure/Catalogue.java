package org.trellis.evidence.measure;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Writer;

/** The measures to start from, in measures.csv: what is missing of them is defined when the service starts. */
@ApplicationScoped
class Catalogue {
    private final Measures measures;
    private final Writer writer;
    private final Validator validator;

    Catalogue(Measures measures, Writer writer, Validator validator) {
        this.measures = measures;
        this.writer = writer;
        this.validator = validator;
    }

    /** One replica at a time: whoever comes second finds all of it there. */
    @Transactional
    void register(@Observes StartupEvent event) {
        writer.one(Boolean.class, "select pg_advisory_xact_lock(hashtextextended('measures', 0)) is null", Map.of());
        var there = writer.list(String.class, "select code from measure where alliance_id is null", Map.of());
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream("measures.csv");
                var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (var row : rows) {
                if (!there.contains(row.getField("code"))) {
                    define(read(row));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The id is the same wherever the catalogue is, so that suites can compare what they measured. */
    private void define(NewMeasure ready) {
        var broken = validator.validate(ready);
        if (!broken.isEmpty()) {
            throw new IllegalStateException("measures.csv, " + ready.code() + ": " + broken);
        }
        var measure = new Measure(
                UUID.nameUUIDFromBytes(("measure " + ready.code()).getBytes(StandardCharsets.UTF_8)), ready);
        measures.persist(measure);
        measures.keep(measure, measure.defined());
    }

    private static NewMeasure read(NamedCsvRecord row) {
        return new NewMeasure(
                row.getField("code"),
                row.getField("name"),
                MeasureKind.valueOf(row.getField("kind")),
                About.valueOf(row.getField("about")),
                row.getField("unit"),
                number(row.getField("minimum")),
                number(row.getField("maximum")),
                !row.getField("direction").equals("DOWN"),
                number(row.getField("threshold")),
                null,
                number(row.getField("reliability")),
                null);
    }

    private static BigDecimal number(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }
}
