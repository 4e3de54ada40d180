package org.trellis.evidence.submission.content;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.audit.AccessLog;
import org.trellis.evidence.submission.Submissions;
import org.trellis.identity.Reader;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/** Questions about what submissions hold beside scores. Policies say who reads which form. */
@ApplicationScoped
public class ContentQueries {
    private final Reader reader;
    private final Submissions submissions;
    private final AccessLog accessLog;

    ContentQueries(Reader reader, Submissions submissions, AccessLog accessLog) {
        this.reader = reader;
        this.submissions = submissions;
        this.accessLog = accessLog;
    }

    /** The draft, or where there is none that the caller may read, what was accepted last. */
    public ContentView of(UUID submission) {
        if (submissions.rolesOf(submission).isEmpty()) {
            throw Problems.notFound();
        }
        var organisation = reader.one(
                        UUID.class, "select organisation_id from submission where id = :id", Map.of("id", submission))
                .orElseThrow(Problems::notFound);
        var found = reader.list(ContentView.class, """
                select submission_id, revision, content from (
                  select submission_id, cast(null as int) as revision, content from draft_content
                  union all
                  select submission_id, revision, content from accepted_content) held
                where submission_id = :id order by revision desc nulls first limit 1\
                """, Map.of("id", submission));
        if (found.isEmpty()) {
            throw Problems.forbidden("It holds scores, or what it holds is not for you to read");
        }
        accessLog.note("content", submission, List.of(organisation));
        return found.getFirst();
    }

    List<DevelopmentCount> developmentCounts(Parameters parameters) {
        var values = new HashMap<String, Object>();
        values.put("organisation", parameters.id("organisationId").orElse(null));
        values.put("project", parameters.id("projectId").orElse(null));
        parameters.check();
        var counts = reader.list(DevelopmentCount.class, """
                select d.organisation_id, o.name as organisation_name, d.project_id, d.cycle_id, d.type, d.submissions
                from development_counts() d left join organisation o on o.id = d.organisation_id
                where d.organisation_id = coalesce(cast(:organisation as uuid), d.organisation_id)
                  and (cast(:project as uuid) is null or d.project_id = cast(:project as uuid))
                order by o.name, d.organisation_id, d.project_id, d.cycle_id, d.type limit 200\
                """, values);
        counts.stream()
                .map(count -> count.organisation().id())
                .distinct()
                .forEach(organisation -> accessLog.note("submission-counts", organisation, List.of(organisation)));
        return counts;
    }
}
