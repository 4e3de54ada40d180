package org.trellis.project.cohort;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.trellis.project.PlausibleDay;
import org.trellis.project.YearGroup;

/**
 * What of a cohort may be changed by a merge patch.
 *
 * @param teacherReferences pseudonyms of those who teach it, made at the school
 * @param startsOn from when it is taught as its arm says
 */
record CohortDescription(
        @NotBlank @Size(max = 100) String name,
        @NotNull Arm arm,
        YearGroup yearGroup,
        @Min(1) @Max(100_000) Integer size,
        @Size(max = 50) List<@NotNull @TeacherReference String> teacherReferences,
        @PlausibleDay LocalDate startsOn,
        @PlausibleDay LocalDate endsOn) {

    CohortDescription {
        teacherReferences = teacherReferences == null ? List.of() : teacherReferences;
    }

    @AssertTrue(message = "endsOn must be after startsOn")
    boolean isInOrder() {
        return startsOn == null || endsOn == null || endsOn.isAfter(startsOn);
    }

    /** What of it the analysis plan rests on and is another, in words. */
    List<String> plannedOtherwise(CohortDescription before) {
        var other = new ArrayList<String>();
        tell("arm", before.arm, arm, other);
        tell("year group", before.yearGroup, yearGroup, other);
        tell("size", before.size, size, other);
        tell("first day", before.startsOn, startsOn, other);
        tell("last day", before.endsOn, endsOn, other);
        return other;
    }

    private static void tell(String what, Object was, Object is, List<String> other) {
        if (!Objects.equals(was, is)) {
            other.add("its " + what + " was " + was + " and is " + is);
        }
    }
}
