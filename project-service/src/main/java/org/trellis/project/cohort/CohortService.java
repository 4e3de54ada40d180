package org.trellis.project.cohort;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.CurrentRequest;
import org.trellis.identity.Writer;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;
import org.trellis.project.access.Leads;
import org.trellis.project.access.Standing;
import org.trellis.project.participation.Participations;
import org.trellis.project.project.Project;
import org.trellis.project.project.Projects;
import org.trellis.web.MergePatch;
import org.trellis.web.Versioned;

/** Commands on cohorts. */
@ApplicationScoped
class CohortService {
    private static final String WHO = "The project's leads and those who answer for the school form cohorts";

    /** The drawing that put the cohort, or its school, into another arm. */
    private static final String DRAWN_OTHERWISE = """
            select a.id from allocation a join cohort c on c.project_id = a.project_id
            cross join jsonb_to_recordset(a.places) as place (id uuid, arm text)
            where c.id = :cohort and place.arm <> :arm
              and (a.unit = 'COHORT' and place.id = c.id
                or a.unit = 'SCHOOL' and place.id = c.organisation_id and not c.prior_year)""";

    private final Cohorts cohorts;
    private final CohortQueries queries;
    private final Participations participations;
    private final Projects projects;
    private final Standing standing;
    private final Writer writer;
    private final Changes changes;

    CohortService(
            Cohorts cohorts,
            CohortQueries queries,
            Participations participations,
            Projects projects,
            Standing standing,
            Writer writer,
            Changes changes) {
        this.cohorts = cohorts;
        this.queries = queries;
        this.participations = participations;
        this.projects = projects;
        this.standing = standing;
        this.writer = writer;
        this.changes = changes;
    }

    /** A cohort that joins after the freeze is a deviation from the plan as one that is changed, with a reason. */
    @Transactional
    UUID form(NewCohort body) {
        var roles = standing.inParticipation(body.participationId());
        Standing.require(roles, Leads.OF_PART, WHO);
        var project = projects.toMove(participations.projectOf(body.participationId()));
        project.requireNotOver();
        var cohort = new Cohort(Ids.next(), participations.steady(body.participationId()), body);
        cohorts.persist(cohort);
        deviate(project, "Cohort " + cohort.name() + " was formed");
        changes.record(cohort, cohort.formed());
        return cohort.id();
    }

    /** What the plan rests on is changed after the freeze as a deviation from it, with a reason. */
    @Transactional
    void change(UUID id, String ifMatch, MergePatch patch) {
        var seen = queries.view(id);
        Standing.require(standing.inParticipation(seen.participationId()), Leads.OF_PART, WHO);
        var project = projects.toMove(seen.project().id());
        project.requireNotOver();
        participations.steady(seen.participationId()).requireOpen();
        var cohort = cohorts.toMove(id);
        Versioned.require(ifMatch, cohort.version());
        var before = cohort.description();
        var after = patch.applyTo(before);
        if (!after.equals(before)) {
            if (after.arm() != before.arm() && !project.planFrozen()) {
                requireAsDrawn(id, after.arm());
            }
            var otherwise = after.plannedOtherwise(before);
            if (!otherwise.isEmpty()) {
                deviate(project, "Of cohort " + before.name() + " " + String.join(", ", otherwise));
            }
            changes.record(cohort, cohort.describe(after));
        }
    }

    private void deviate(Project project, String what) {
        project.deviate(what, CurrentRequest.reason().orElse(null)).ifPresent(event -> changes.record(project, event));
    }

    private void requireAsDrawn(UUID id, Arm arm) {
        writer.one(UUID.class, DRAWN_OTHERWISE, Map.of("cohort", id, "arm", arm.name()))
                .ifPresent(allocation -> {
                    throw Problems.conflict("arm-was-drawn", "Its arm was drawn by the allocation " + allocation);
                });
    }
}
