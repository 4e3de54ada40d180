package org.trellis.evidence.submission;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** A school that leaves a project with its evidence: all that it handed in counts no more. */
@ApplicationScoped
public class Leaving {
    private final Submissions submissions;
    private final SubmissionService service;

    Leaving(Submissions submissions, SubmissionService service) {
        this.submissions = submissions;
        this.service = service;
    }

    /** @param participation the state of the participation that ended, as project-service tells it */
    public void withItsEvidence(JsonNode participation) {
        var project = UUID.fromString(participation.path("projectId").asText());
        var school = UUID.fromString(participation.path("organisationId").asText());
        submissions
                .find(
                        "projectId = ?1 and organisationId = ?2 and status <> ?3 order by id",
                        project,
                        school,
                        SubmissionStatus.WITHDRAWN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .forEach(service::withdraw);
    }
}
