package org.trellis.alliance.calendar;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All calendars. */
@ApplicationScoped
class Calendars implements PanacheRepositoryBase<Calendar, UUID> {}
