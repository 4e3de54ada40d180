package org.trellis.project.participation;

import java.time.LocalDate;
import org.trellis.project.PlausibleDay;
import org.trellis.project.project.Stage;

/**
 * What of a participation may be changed by a merge patch.
 *
 * @param stage how far the school has come; null where nobody has said
 * @param startsOn from when it takes part
 */
record ParticipationDescription(Stage stage, @PlausibleDay LocalDate startsOn) {}
