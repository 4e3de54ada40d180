package org.trellis.project.terms;

import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.util.UUID;
import org.trellis.outbox.Aggregate;
import org.trellis.project.Today;

/** One version of what a school agrees to by taking part. It never changes: who wants it other, publishes the next. */
@Entity
class Terms extends Aggregate {
    private UUID projectId;
    private int number;
    private String text;
    private LocalDate publishedOn;

    /** For Hibernate. */
    protected Terms() {}

    Terms(UUID id, UUID projectId, int number, String text) {
        super(id);
        this.projectId = projectId;
        this.number = number;
        this.text = text;
        publishedOn = Today.inEngland();
    }

    TermsEvent published() {
        return new TermsEvent.Published(new TermsEvent.State(id(), projectId, number, text, publishedOn));
    }
}
