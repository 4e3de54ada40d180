package org.trellis.evidence.submission.narrative;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Writer;

/** The texts of submissions. None is ever deleted by whoever drafts: a pupil may have written it. */
@ApplicationScoped
public class Passages {
    private final Writer writer;
    private final ObjectMapper json;

    Passages(Writer writer, ObjectMapper json) {
        this.writer = writer;
        this.json = json;
    }

    /** Puts a draft's texts in the place of those that were there; one that was released before stays released. */
    public void put(UUID submission, int revision, List<Text> texts) {
        var rows = json.createArrayNode();
        texts.forEach(text -> rows.addObject()
                .put("place", text.place())
                .put("kind", text.kind().name())
                .put("content", text.content())
                .put("by_pupil", text.byPupil()));
        writer.run("""
                with given as (
                  select distinct place, kind, content, by_pupil from jsonb_to_recordset(cast(:texts as jsonb))
                    as t(place text, kind text, content text, by_pupil boolean)),
                dropped as (
                  update passage p set dropped_at = now()
                  where submission_id = :id and revision = :revision and dropped_at is null
                    and not exists (select from given g where (g.place, g.kind, g.content, g.by_pupil)
                                                            = (p.place, p.kind, p.content, p.by_pupil))
                  returning id),
                hidden as (delete from shared_passage where id in (select id from dropped))
                insert into passage (id, submission_id, revision, place, kind, content, by_pupil, released_at,
                  released_by)
                select gen_random_uuid(), :id, :revision, g.place, g.kind, g.content, g.by_pupil, e.released_at,
                       e.released_by
                from given g left join lateral (
                  select released_at, released_by from passage p
                  where p.submission_id = :id and p.released_at is not null and p.by_pupil = g.by_pupil
                    and p.content = g.content limit 1) e on true
                where not exists (
                  select from passage p where p.submission_id = :id and p.revision = :revision and dropped_at is null
                    and (g.place, g.kind, g.content, g.by_pupil) = (p.place, p.kind, p.content, p.by_pupil))
                order by random()\
                """, Map.of("id", submission, "revision", revision, "texts", rows.toString()));
    }

    /** The next revision starts with the texts of one before it, and with what was decided about them. */
    public void copy(UUID submission, int from, int to) {
        writer.run("""
                insert into passage (id, submission_id, revision, place, kind, content, by_pupil, received_at,
                  released_at, released_by)
                select gen_random_uuid(), submission_id, :to, place, kind, content, by_pupil, received_at, released_at,
                       released_by
                from passage where submission_id = :id and revision = :from and dropped_at is null order by random()\
                """, Map.of("id", submission, "from", from, "to", to));
    }

    /** What is accepted takes the place of all before it. */
    public void replaceEarlier(UUID submission, int accepted) {
        writer.run("""
                with dropped as (
                  update passage set dropped_at = now()
                  where submission_id = :id and revision < :accepted and dropped_at is null returning id)
                delete from shared_passage where id in (select id from dropped)\
                """, Map.of("id", submission, "accepted", accepted));
    }

    /** How many texts of pupils the safeguarding lead has not yet released. */
    public int held(UUID submission) {
        return writer.one(Integer.class, """
                        select count(distinct (place, content)) from passage
                        where submission_id = :id and by_pupil and released_at is null\
                        """, Map.of("id", submission)).orElseThrow();
    }

    /** Whether somebody at the school would read what pupils write, before anybody else. */
    public boolean readFirst(UUID organisation) {
        return writer.one(Boolean.class, "select has_safeguarding_lead(:id)", Map.of("id", organisation))
                .orElseThrow();
    }
}
