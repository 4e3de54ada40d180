package org.trellis.project.intervention;

import de.siegmar.fastcsv.reader.CsvReader;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Writer;
import org.trellis.outbox.Changes;

/** The catalogue to start from, in toolkit.csv: what is missing of it is registered when the service starts. */
@ApplicationScoped
class Toolkit {
    private static final Map<String, Strand> STRANDS = Map.ofEntries(
            Map.entry("jpd", Strand.JOINT_PRACTICE_DEVELOPMENT),
            Map.entry("talent", Strand.TALENT),
            Map.entry("mentoring", Strand.MENTORING_AND_COACHING),
            Map.entry("staff-information", Strand.STAFF_INFORMATION),
            Map.entry("social-capital", Strand.SOCIAL_CAPITAL),
            Map.entry("governance", Strand.GOVERNANCE),
            Map.entry("evaluation", Strand.EVALUATION_AND_CHALLENGE),
            Map.entry("system-leadership", Strand.SYSTEM_LEADERSHIP),
            Map.entry("investigation", Strand.INVESTIGATION),
            Map.entry("entrepreneurship", Strand.ENTREPRENEURSHIP),
            Map.entry("innovation", Strand.INNOVATION),
            Map.entry("architecture", Strand.ARCHITECTURE));

    private final Interventions interventions;
    private final Changes changes;
    private final Writer writer;

    Toolkit(Interventions interventions, Changes changes, Writer writer) {
        this.interventions = interventions;
        this.changes = changes;
        this.writer = writer;
    }

    /** One replica at a time: whoever comes second finds all of it there. */
    @Transactional
    void register(@Observes StartupEvent event) {
        writer.one(Boolean.class, "select pg_advisory_xact_lock(hashtextextended('toolkit', 0)) is null", Map.of());
        var there = writer.list(String.class, "select code from intervention where code is not null", Map.of());
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream("toolkit.csv");
                var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (var row : rows) {
                if (!there.contains(row.getField("code"))) {
                    register(row.getField("code"), row.getField("intervention"), row.getField("strands"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The id is the same wherever the toolkit is, so that suites can compare what they learnt about it. */
    private void register(String code, String name, String strands) {
        var intervention = new Intervention(
                UUID.nameUUIDFromBytes(("toolkit " + code).getBytes(StandardCharsets.UTF_8)),
                code,
                new InterventionDescription(
                        name,
                        Arrays.stream(strands.split("\\|")).map(STRANDS::get).toList(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of()));
        interventions.persist(intervention);
        changes.record(intervention, intervention.registered());
    }
}
