package org.trellis.local.sample;

import java.util.Map;

/**
 * One invented person of a cohort, with a score before and one after.
 *
 * @param after null for one who was not there any more
 * @param subgroups such as {@code {"PUPIL_PREMIUM": "YES"}}
 */
record Member(String reference, int before, Integer after, Map<String, String> subgroups) {

    int gain() {
        return after - before;
    }
}
