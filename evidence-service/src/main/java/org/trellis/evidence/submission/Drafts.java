package org.trellis.evidence.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.trellis.evidence.score.Scores;
import org.trellis.evidence.submission.Submission.Maker;
import org.trellis.evidence.submission.content.Facts;
import org.trellis.identity.CurrentRequest;
import org.trellis.identity.Writer;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;

/** The drafts into which files of several schools go: one a school, so that each is handed in by itself. */
@ApplicationScoped
public class Drafts {
    private final Submissions submissions;
    private final Scores scores;
    private final Changes changes;
    private final Writer writer;
    private final ObjectMapper json;

    Drafts(Submissions submissions, Scores scores, Changes changes, Writer writer, ObjectMapper json) {
        this.submissions = submissions;
        this.scores = scores;
        this.changes = changes;
        this.writer = writer;
        this.json = json;
    }

    /** The school's open draft of scores that the caller began last, so that what is sent again updates it; or a new one. */
    public UUID of(UUID organisation, UUID project, UUID cycle) {
        var maker = maker();
        return writer.one(
                        UUID.class,
                        """
                        select id from submission
                        where organisation_id = :organisation and project_id = :project and cycle_id = :cycle
                          and type = 'SCORES' and status in ('DRAFT', 'RETURNED')
                          and maker_issuer = :issuer and maker_subject = :subject
                        order by created_at desc, id desc limit 1\
                        """,
                        Map.of(
                                "organisation",
                                organisation,
                                "project",
                                project,
                                "cycle",
                                cycle,
                                "issuer",
                                maker.issuer(),
                                "subject",
                                maker.subject()))
                .orElseGet(() -> begin(organisation, project, cycle, maker));
    }

    private UUID begin(UUID organisation, UUID project, UUID cycle, Maker maker) {
        var body = NewSubmission.ofScores(organisation, project, cycle);
        var draft = new Submission(Ids.next(), body, Facts.NONE, maker, "import");
        submissions.persist(draft);
        changes.record(draft, draft.drafted());
        return draft.id();
    }

    /** Locks it until the transaction ends. @return whether it may be changed */
    public boolean open(UUID id) {
        return locked(id).filter(draft -> draft.status().open()).isPresent();
    }

    /** What a draft holds has changed. */
    public void filled(UUID id) {
        locked(id)
                .filter(draft -> draft.status().open())
                .ifPresent(draft -> changes.record(draft, draft.holds(scores.counts(id))));
    }

    private Optional<Submission> locked(UUID id) {
        return submissions.locked(id);
    }

    private Maker maker() {
        try {
            var caller = json.readTree(CurrentRequest.callerJson().orElseThrow());
            return new Maker(
                    caller.path("issuer").asText(), caller.path("subject").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the caller is written as JSON by this system", e);
        }
    }
}
