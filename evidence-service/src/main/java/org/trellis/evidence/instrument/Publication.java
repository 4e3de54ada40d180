package org.trellis.evidence.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import org.trellis.identity.Writer;
import org.trellis.outbox.Changes;
import org.trellis.problem.Problems;

/** Turns a draft that hangs together into the next edition. */
@ApplicationScoped
class Publication {
    private final Instruments instruments;
    private final Changes changes;
    private final Writer writer;

    Publication(Instruments instruments, Changes changes, Writer writer) {
        this.instruments = instruments;
        this.changes = changes;
        this.writer = writer;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 naming everything that does not hang together */
    void publish(Instrument instrument, Definition draft) {
        var broken = DefinitionCheck.of(
                draft, new DefinitionCheck.About(instrument.about().name()), measures(instrument, draft));
        if (!broken.isEmpty()) {
            throw Problems.refused("instrument-not-publishable", broken);
        }
        changes.record(instrument, instrument.publish(draft));
        instruments.keepEdition(instrument, draft);
    }

    private List<DefinitionCheck.Known> measures(Instrument instrument, Definition draft) {
        var values = new HashMap<String, Object>();
        values.put(
                "codes",
                draft.getMeasuring().stream().map(Question.Rating::measure).toArray(String[]::new));
        values.put("alliance", instrument.allianceId());
        return writer.list(DefinitionCheck.Known.class, """
                select distinct on (code) code, about, minimum, maximum from measure
                where code = any(:codes) and (alliance_id is null or alliance_id = cast(:alliance as uuid))
                order by code, alliance_id nulls last\
                """, values);
    }
}
