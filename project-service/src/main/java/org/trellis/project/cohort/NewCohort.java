package org.trellis.project.cohort;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.trellis.project.About;
import org.trellis.project.PlausibleDay;
import org.trellis.project.YearGroup;

/**
 * A group that will be measured.
 *
 * @param size how many are in it
 * @param teacherReferences pseudonyms of those who teach it, made at the school
 * @param startsOn from when it is taught as its arm says
 * @param priorYear true for last year's cohort, with which this year's is compared
 */
public record NewCohort(
        @NotNull UUID participationId,
        @NotBlank @Size(max = 100) String name,
        @NotNull Arm arm,
        @NotNull About about,
        YearGroup yearGroup,
        @Min(1) @Max(100_000) Integer size,
        Boolean priorYear,
        @Size(max = 50) List<@NotNull @TeacherReference String> teacherReferences,
        @PlausibleDay LocalDate startsOn,
        @PlausibleDay LocalDate endsOn) {

    /** One of which nothing but the groups is known. */
    public NewCohort(
            UUID participationId,
            String name,
            Arm arm,
            About about,
            YearGroup yearGroup,
            Integer size,
            Boolean priorYear) {
        this(participationId, name, arm, about, yearGroup, size, priorYear, null, null, null);
    }

    @AssertTrue(message = "endsOn must be after startsOn")
    boolean isInOrder() {
        return startsOn == null || endsOn == null || endsOn.isAfter(startsOn);
    }
}
