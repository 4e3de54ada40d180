package org.trellis.reporting.impact;

import java.util.Optional;
import java.util.UUID;
import org.trellis.web.Parameters;

/** Which of a project's results is asked for; what is left out is chosen for the reader. */
record Question(
        Optional<UUID> measureId,
        Optional<UUID> cycleId,
        Optional<String> from,
        Optional<String> to,
        String subgroup,
        Population population) {
    static final String ALL = "ALL";

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming all that is wrong */
    static Question of(Parameters given) {
        var question = new Question(
                given.id("measureId"),
                given.id("cycle"),
                given.text("from"),
                given.text("to"),
                given.text("subgroup").orElse(ALL),
                given.oneOf("population", Population.class).orElse(Population.STARTERS));
        given.check();
        return question;
    }
}
