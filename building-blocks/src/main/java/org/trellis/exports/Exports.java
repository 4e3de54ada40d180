package org.trellis.exports;

import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.idempotency.Once;
import org.trellis.identity.CurrentRequest;
import org.trellis.identity.Writer;
import org.trellis.outbox.Ids;
import org.trellis.paging.Lists;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;
import org.trellis.web.Parameters;

/** Takes requests for whole lists. */
@ApplicationScoped
class Exports {
    /** What says where to go on, or how much of it to give, is the export's own business. */
    private static final List<String> OWN = List.of("limit", "cursor", "count", "changedAfter");

    private static final int MOST_WAITING = 5;

    private final Lists lists;
    private final Writer writer;
    private final Once once;
    private final ExportLoop loop;

    Exports(Lists lists, Writer writer, Once once, ExportLoop loop) {
        this.lists = lists;
        this.writer = writer;
        this.once = once;
        this.loop = loop;
    }

    /**
     * Queues an export, of a list that answers the caller now.
     *
     * @param path of the collection of exports
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 where there is no such list, or not with these parameters;
     *     429 while the caller has several waiting
     */
    UUID request(String path, NewExport body) {
        tryOut(body.list());
        UUID queued = once.run(() -> queue(path, body.list()));
        loop.nudge();
        return queued;
    }

    private void tryOut(String address) {
        var asked = new QueryStringDecoder(address);
        var list = lists.collection(asked.path())
                .orElseThrow(() -> Problems.invalid(Violation.body("$.list", "is no list of this service")));
        var violations = new ArrayList<Violation>();
        if (address.contains("#")) {
            violations.add(Violation.body("$.list", "must not have a fragment"));
        }
        asked.parameters().keySet().stream()
                .filter(OWN::contains)
                .forEach(name -> violations.add(Violation.body("$.list", "must not have the parameter " + name)));
        if (!violations.isEmpty()) {
            throw Problems.invalid(violations);
        }
        list.page(Parameters.of(asked));
    }

    private UUID queue(String path, String list) {
        UUID id = Ids.next();
        int made = writer.run(
                """
                insert into export_job (id, path, list, next, state, issuer, subject, actor)
                select :id, :path, :list, :list || case when :list like '%?%' then '&' else '?' end || 'limit=200', 'QUEUED',
                  a.actor ->> 'issuer', a.actor ->> 'subject', a.actor
                from (select cast(:actor as jsonb) as actor) a
                where (select count(*) from export_job e where e.state in ('QUEUED', 'RUNNING')
                       and e.issuer = a.actor ->> 'issuer' and e.subject = a.actor ->> 'subject') < :most""",
                Map.of(
                        "id", id,
                        "path", path,
                        "list", list,
                        "actor", CurrentRequest.callerJson().orElseThrow(Problems::notFound),
                        "most", MOST_WAITING));
        if (made == 0) {
            throw Problems.tooManyWaiting(MOST_WAITING, "exports");
        }
        return id;
    }
}
