package org.trellis.project.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DesignsTest {
    private static final Assumptions USUAL = new Assumptions(null, null, null, null, null);

    @Test
    void comparesClassesWithinSchoolsWhereSchoolsHaveSeveral() {
        var advice = Designs.advice(classes(6, 2, 28), USUAL);

        assertEquals("WITHIN_SCHOOLS", advice.suggested().design());
        assertEquals(AllocatedUnit.COHORTS, advice.suggested().unit());
        assertEquals(
                List.of("WITHIN_SCHOOLS", "BETWEEN_SCHOOLS", "BEFORE_AND_AFTER"),
                advice.possible().stream().map(PossibleDesign::design).toList());
        assertTrue(advice.reason().startsWith("Of the comparisons at the same time"), advice.reason());
        assertEquals(336, advice.members());
    }

    @Test
    void comparesPupilsWhereSomeOfAClassCanHaveWhatOthersHaveNot() {
        var advice = Designs.advice(classes(1, 1, 30), new Assumptions(null, null, null, null, true));

        assertEquals(AllocatedUnit.PUPILS, advice.suggested().unit());
        assertEquals(30 - 1 - 1 - 1, advice.suggested().effect().degreesOfFreedom());
    }

    @Test
    void comparesWholeSchoolsFromFourOn() {
        assertEquals(
                "BETWEEN_SCHOOLS",
                Designs.advice(classes(4, 1, 60), USUAL).suggested().design());
        assertEquals(
                "BEFORE_AND_AFTER",
                Designs.advice(classes(3, 1, 60), USUAL).suggested().design());
    }

    @Test
    void fallsBackOnLastYearsCohortsBeforeItGoesWithoutAComparison() {
        var groups = new ArrayList<>(classes(2, 1, 30));
        groups.add(new MeasuredGroup(UUID.randomUUID(), groups.getFirst().school(), 31, true));

        var advice = Designs.advice(groups, USUAL);

        assertEquals("LAST_YEARS_COHORT", advice.suggested().design());
        assertTrue(advice.reason().contains("last year's cohorts"), advice.reason());
        assertEquals(60, advice.members());
    }

    @Test
    void namesTheCohortsWhoseSizeIsNotKnown() {
        var groups = new ArrayList<>(classes(2, 1, 30));
        var unknown = new MeasuredGroup(UUID.randomUUID(), UUID.randomUUID(), null, false);
        groups.add(unknown);

        assertEquals(List.of(unknown.id()), Designs.advice(groups, USUAL).withoutSize());
        var refused = assertThrows(HttpProblem.class, () -> Designs.advice(List.of(unknown), USUAL));
        assertEquals("sizes-missing", refused.getParameters().get("code"));
    }

    private static List<MeasuredGroup> classes(int schools, int each, int size) {
        var groups = new ArrayList<MeasuredGroup>();
        for (int school = 0; school < schools; school++) {
            var id = UUID.randomUUID();
            for (int i = 0; i < each; i++) {
                groups.add(new MeasuredGroup(UUID.randomUUID(), id, size, false));
            }
        }
        return groups;
    }
}
