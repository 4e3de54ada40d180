package org.trellis.project.intervention;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.json.Json;

/** What an intervention was, in one of its editions. @param since when it was described so */
record EditionView(
        int edition,
        Instant since,
        String name,
        List<String> strands,
        String summary,
        String theoryOfChange,
        List<String> activeIngredients,
        List<String> adaptable,
        @Json List<Source> evidence) {}
