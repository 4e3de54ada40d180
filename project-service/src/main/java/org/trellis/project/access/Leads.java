package org.trellis.project.access;

import static org.trellis.project.access.Role.ALLIANCE_LEAD;
import static org.trellis.project.access.Role.CYCLE_LEAD;
import static org.trellis.project.access.Role.HEADTEACHER_SPONSOR;
import static org.trellis.project.access.Role.PROJECT_LEAD;
import static org.trellis.project.access.Role.RD_LEAD;
import static org.trellis.project.access.Role.SCHOOL_LEAD;
import static org.trellis.project.access.Role.SENIOR_LEADER_CHAMPION;
import static org.trellis.project.access.Role.TRUST_TEAM;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who leads what; whatever else somebody may do is said beside it. */
public final class Leads {
    /** The alliance that owns a project. */
    public static final Set<Role> OF_ALLIANCE = Set.of(ALLIANCE_LEAD, RD_LEAD);

    public static final Set<Role> OF_PROJECT = and(OF_ALLIANCE, PROJECT_LEAD);

    public static final Set<Role> OF_CYCLES = and(OF_PROJECT, CYCLE_LEAD);

    /** Who answers for a school. */
    public static final Set<Role> OF_SCHOOL = Set.of(SCHOOL_LEAD, TRUST_TEAM, HEADTEACHER_SPONSOR);

    /** A school's part in a project, from both its ends. */
    public static final Set<Role> OF_PART =
            and(OF_CYCLES, SCHOOL_LEAD, TRUST_TEAM, HEADTEACHER_SPONSOR, SENIOR_LEADER_CHAMPION);

    private Leads() {}

    public static Set<Role> and(Set<Role> leads, Role... others) {
        var all = EnumSet.copyOf(leads);
        all.addAll(List.of(others));
        return all;
    }
}
