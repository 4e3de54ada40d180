package org.trellis.alliance.appointment;

import java.util.Arrays;
import java.util.List;

/** What a person is appointed to, at an organisation or at an alliance. */
public enum AppointmentRole {
    ALLIANCE_LEAD(Place.ALLIANCE, Duty.OWN),
    RD_LEAD(Place.ALLIANCE, Duty.OWN),
    FACILITATOR(Place.ALLIANCE, Duty.OWN),
    MODERATOR(Place.ALLIANCE, Duty.NONE),
    CRITICAL_FRIEND(Place.ALLIANCE, Duty.NONE),
    LA_PARTNER(Place.ALLIANCE, Duty.NONE),
    HEADTEACHER(Place.ORGANISATION, Duty.HEADSHIP),
    EXECUTIVE_HEAD(Place.ORGANISATION, Duty.HEADSHIP),
    ACTING_HEAD(Place.ORGANISATION, Duty.HEADSHIP),
    HEAD_OF_SCHOOL(Place.ORGANISATION, Duty.HEADSHIP),
    HEADTEACHER_SPONSOR(Place.ORGANISATION, Duty.OWN),
    CHAIR_OF_GOVERNORS(Place.ORGANISATION, Duty.OWN),
    GOVERNOR(Place.ORGANISATION, Duty.NONE),
    SAFEGUARDING_LEAD(Place.ORGANISATION, Duty.OWN),
    SENIOR_LEADER_CHAMPION(Place.ORGANISATION, Duty.OWN),
    MIDDLE_LEADER(Place.ORGANISATION, Duty.NONE),
    COACH(Place.ORGANISATION, Duty.NONE),
    SPECIALIST_LEADER_OF_EDUCATION(Place.ORGANISATION, Duty.NONE);

    /** Where a role is held. */
    private enum Place {
        ORGANISATION,
        ALLIANCE
    }

    /** Whether somebody must hold a role once it has been held; a school's headship is one duty under several names. */
    private enum Duty {
        NONE,
        OWN,
        HEADSHIP
    }

    private final Place place;
    private final Duty duty;

    AppointmentRole(Place place, Duty duty) {
        this.place = place;
        this.duty = duty;
    }

    /** Whether that is where the role is held. */
    public boolean heldIn(boolean anOrganisation, boolean anAlliance) {
        return (place == Place.ORGANISATION) == anOrganisation && (place == Place.ALLIANCE) == anAlliance;
    }

    boolean headship() {
        return duty == Duty.HEADSHIP;
    }

    /** A sponsorship is the head's own: it lapses with the headship and is asked for again. */
    boolean sponsorship() {
        return this == HEADTEACHER_SPONSOR;
    }

    /** Whether a leaver is asked who follows. */
    boolean asksForSuccessor() {
        return duty != Duty.NONE && !sponsorship();
    }

    public static List<AppointmentRole> headships() {
        return all(Duty.HEADSHIP);
    }

    /** The duties that exactly this role fulfils. */
    static List<AppointmentRole> ownDuties() {
        return all(Duty.OWN);
    }

    private static List<AppointmentRole> all(Duty duty) {
        return Arrays.stream(values()).filter(role -> role.duty == duty).toList();
    }
}
