package org.trellis.local.sample;

import java.util.List;

/**
 * A cohort of an invented school with its scores.
 *
 * @param urn the school
 * @param arm INTERVENTION or COMPARISON
 * @param about PUPIL or TEACHER
 * @param yearGroup null for staff
 * @param priorYear true for last year's cohort, measured a year before
 */
record Group(
        String urn, String name, String arm, String about, String yearGroup, boolean priorYear, List<Member> members) {

    static Group pupils(String urn, String name, String arm, boolean priorYear, List<Member> members) {
        return new Group(urn, name, arm, "PUPIL", "YEAR_7", priorYear, List.copyOf(members));
    }
}
