package org.trellis.project.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.trellis.identity.Writer;
import org.trellis.problem.Problems;
import org.trellis.project.access.Standing;
import org.trellis.project.directory.Directory;

/** What a project's description refers to must be there, and for the caller to see. */
@ApplicationScoped
class Connections {
    private static final String BUILT_ON = """
            with recursive below (id) as (
              select builds_on_id from project where id = :from
              union select p.builds_on_id from project p join below on p.id = below.id)
            select exists (select from below where id = :id)""";

    private final Directory directory;
    private final Standing standing;
    private final Writer writer;

    Connections(Directory directory, Standing standing, Writer writer) {
        this.directory = directory;
        this.standing = standing;
        this.writer = writer;
    }

    /** Today's editions of the interventions that are named. */
    Map<UUID, Integer> editions(ProjectDescription description) {
        return directory.editions(description.interventionIds(), "$.interventionIds");
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 where a thing referred to is not known here */
    void require(UUID project, UUID alliance, ProjectDescription description) {
        requirePriorities(alliance, description);
        requirePartners(description);
        requireEarlier(project, description.buildsOnId());
    }

    /** The same of what is another: what was referred to before may have ended, or be hidden from who changes the rest. */
    void require(UUID project, UUID alliance, ProjectDescription before, ProjectDescription after) {
        if (!after.partnerAllianceIds().equals(before.partnerAllianceIds())
                || !after.priorityIds().equals(before.priorityIds())) {
            requirePriorities(alliance, after);
        }
        if (!after.partners().equals(before.partners())) {
            requirePartners(after);
        }
        if (!Objects.equals(after.buildsOnId(), before.buildsOnId())) {
            requireEarlier(project, after.buildsOnId());
        }
    }

    /** Of its alliances, which are looked for first. */
    private void requirePriorities(UUID alliance, ProjectDescription description) {
        directory.requireAlliances(description.partnerAllianceIds(), "$.partnerAllianceIds");
        Set<UUID> alliances = new TreeSet<>(description.partnerAllianceIds());
        alliances.add(alliance);
        directory.requirePriorities(description.priorityIds(), alliances, "$.priorityIds");
    }

    private void requirePartners(ProjectDescription description) {
        int at = 0;
        for (var partner : description.partners()) {
            if (partner.organisationId() != null) {
                directory.requireOrganisation(partner.organisationId(), "$.partners[" + at + "].organisationId");
            }
            at++;
        }
    }

    private void requireEarlier(UUID project, UUID other) {
        if (other == null) {
            return;
        }
        if (!standing.sees(other)) {
            throw Problems.referencePending("$.buildsOnId");
        }
        if (other.equals(project)
                || writer.one(Boolean.class, BUILT_ON, Map.of("from", other, "id", project))
                        .orElseThrow()) {
            throw Problems.conflict("builds-on-itself", "A project cannot build on one that builds on it");
        }
    }
}
