package org.trellis.project.bundle;

import java.util.List;
import java.util.UUID;
import org.trellis.project.cohort.NewCohort;
import org.trellis.project.participation.NewParticipation;
import org.trellis.project.project.NewProject;
import org.trellis.project.project.NewSuccessMeasure;

/** What a row of a bundle is about; each is read as a request of its kind is, by the same rules. */
enum BundleKind {
    PROJECT(NewProject.class),
    MEASURE(NewSuccessMeasure.class),
    PARTICIPATION(NewParticipation.class, "projectId", "organisationId"),
    COHORT(NewCohort.class, "participationId");

    /** Stands for what a row belongs to until that is found. */
    static final UUID LATER = new UUID(0, 0);

    private final Class<?> body;
    private final List<String> later;

    BundleKind(Class<?> body, String... later) {
        this.body = body;
        this.later = List.of(later);
    }

    /** As what it is read. */
    Class<?> body() {
        return body;
    }

    /** Fields of the body that other rows give. */
    List<String> later() {
        return later;
    }

    boolean ofASchool() {
        return this == PARTICIPATION || this == COHORT;
    }
}
