package org.trellis.alliance;

import java.time.LocalDate;
import java.time.ZoneId;

/** Calendar days are those of the schools. */
public final class Today {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private Today() {}

    public static LocalDate inEngland() {
        return LocalDate.now(LONDON);
    }
}
