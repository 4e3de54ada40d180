package org.trellis.alliance.appointment;

/** What a person is appointed to, at an organisation or at an alliance. */
public enum AppointmentRole {
    ALLIANCE_LEAD(Place.ALLIANCE),
    RD_LEAD(Place.ALLIANCE),
    FACILITATOR(Place.ALLIANCE),
    MODERATOR(Place.ALLIANCE),
    CRITICAL_FRIEND(Place.ALLIANCE),
    LA_PARTNER(Place.ALLIANCE),
    HEADTEACHER(Place.ORGANISATION),
    EXECUTIVE_HEAD(Place.ORGANISATION),
    ACTING_HEAD(Place.ORGANISATION),
    HEAD_OF_SCHOOL(Place.ORGANISATION),
    CHAIR_OF_GOVERNORS(Place.ORGANISATION),
    GOVERNOR(Place.ORGANISATION),
    SAFEGUARDING_LEAD(Place.ORGANISATION),
    SENIOR_LEADER_CHAMPION(Place.ORGANISATION),
    MIDDLE_LEADER(Place.ORGANISATION),
    COACH(Place.ORGANISATION),
    SPECIALIST_LEADER_OF_EDUCATION(Place.ORGANISATION);

    /** Where a role is held. */
    enum Place {
        ORGANISATION,
        ALLIANCE
    }

    private final Place place;

    AppointmentRole(Place place) {
        this.place = place;
    }

    Place place() {
        return place;
    }
}
