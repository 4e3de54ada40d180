package org.trellis.evidence.submission.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.trellis.evidence.submission.narrative.Passages;
import org.trellis.identity.Writer;

/** What submissions hold beside scores: drafts, which change, and accepted revisions, which never do. */
@ApplicationScoped
public class Contents {
    private final Writer writer;
    private final Passages passages;
    private final ObjectMapper json;

    Contents(Writer writer, Passages passages, ObjectMapper json) {
        this.writer = writer;
        this.passages = passages;
        this.json = json;
    }

    /** Puts a draft's content in the place of what was there. */
    public void put(UUID submission, Parts parts) {
        var values = new HashMap<String, Object>();
        values.put("id", submission);
        values.put("content", written(parts.form()));
        values.put("responses", parts.responses() == null ? null : written(parts.responses()));
        writer.run("""
                insert into draft_content (submission_id, content, responses)
                values (:id, cast(:content as jsonb), cast(:responses as jsonb))
                on conflict (submission_id) do update set content = excluded.content, responses = excluded.responses\
                """, values);
    }

    public void discardDraft(UUID submission) {
        writer.run("delete from draft_content where submission_id = :id", Map.of("id", submission));
    }

    /** The draft of the next revision starts as a copy of the one that counts. */
    public void reopen(UUID submission, int accepted, int next) {
        writer.run("""
                insert into draft_content (submission_id, content, responses)
                select submission_id, content, responses from accepted_content
                where submission_id = :id and revision = :accepted\
                """, Map.of("id", submission, "accepted", accepted));
        passages.copy(submission, accepted, next);
    }

    /** A draft that was returned is handed in again as the next revision. */
    public void renumber(UUID submission, int from, int to) {
        passages.copy(submission, from, to);
    }

    public void accept(UUID submission, int revision) {
        var values = Map.of("id", submission, "revision", revision);
        writer.run("""
                insert into accepted_content (submission_id, revision, content, responses, staff_group)
                select d.submission_id, :revision, d.content, d.responses, s.staff_group
                from draft_content d join submission s on s.id = d.submission_id where d.submission_id = :id\
                """, values);
        discardDraft(submission);
        passages.replaceEarlier(submission, revision);
    }

    private String written(Object value) {
        try {
            return value instanceof Content content
                    ? json.writerFor(Content.class).writeValueAsString(content)
                    : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("content cannot be written as JSON", e);
        }
    }
}
