package org.trellis.alliance.person;

import java.util.List;
import org.trellis.alliance.appointment.AppointmentView;

/**
 * A person who left, with what ended by that and how.
 *
 * @param ended the appointments that ended with it
 */
public record Leaving(PersonView person, List<AppointmentView> ended) {}
