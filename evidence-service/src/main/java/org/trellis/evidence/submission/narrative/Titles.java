package org.trellis.evidence.submission.narrative;

/** What submissions are called, for those who ask. */
public final class Titles {
    /** Of {@code s}: as it was written for those who read it so, and for others as it was cleared last. */
    public static final String SHOWN = """
        case when s.id = any((select titled_submission_ids())::uuid[]) then s.title
             else (select t.wording from shared_passage t where t.submission_id = s.id and t.place = 'title'
                   order by t.received_at desc, t.id limit 1) end as title\
        """;

    private Titles() {}
}
