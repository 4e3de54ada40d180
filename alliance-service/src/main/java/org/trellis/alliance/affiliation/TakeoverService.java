package org.trellis.alliance.affiliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.trellis.alliance.organisation.OrganisationKind;
import org.trellis.identity.Writer;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;

/** Schools that change hands together: all of them do, or none. */
@ApplicationScoped
class TakeoverService {
    private final Affiliations affiliations;
    private final AffiliationQueries queries;
    private final Changes changes;
    private final Writer writer;

    TakeoverService(Affiliations affiliations, AffiliationQueries queries, Changes changes, Writer writer) {
        this.affiliations = affiliations;
        this.queries = queries;
        this.changes = changes;
        this.writer = writer;
    }

    @Transactional
    UUID takeOver(NewTakeover body) {
        check(body);
        var before = leave(body);
        UUID id = Ids.next();
        var takeover = new HashMap<String, Object>();
        takeover.put("id", id);
        takeover.put("trust", body.trustId());
        takeover.put("day", body.startsOn());
        takeover.put("note", body.note());
        writer.run("insert into takeover (id, trust_id, starts_on, note) values (:id, :trust, :day, :note)", takeover);
        body.organisationIds().forEach(school -> join(id, school, before.get(school), body));
        return id;
    }

    /** Ends what holds; refuses where a school is the trust's already, or goes elsewhere on that day or later. */
    private Map<UUID, UUID> leave(NewTakeover body) {
        var held = affiliations.fromDayOn(body.startsOn(), AffiliationKind.TRUST, body.organisationIds());
        var missing = held.stream()
                .filter(tie ->
                        tie.toId().equals(body.trustId()) || !tie.startsOn().isBefore(body.startsOn()))
                .map(tie -> "School " + tie.organisationId() + " is tied to trust " + tie.toId() + " from "
                        + tie.startsOn())
                .toList();
        if (!missing.isEmpty()) {
            throw Problems.conflict("school-tied-otherwise", missing.size() + " school(s) are tied otherwise", missing);
        }
        var before = new HashMap<UUID, UUID>();
        held.forEach(tie -> {
            before.put(tie.organisationId(), tie.toId());
            changes.record(tie, tie.yieldOn(body.startsOn()));
        });
        return before;
    }

    private void join(UUID takeover, UUID school, UUID from, NewTakeover body) {
        var tie = new Affiliation(
                Ids.next(), new NewAffiliation(school, body.trustId(), AffiliationKind.TRUST, body.startsOn()));
        affiliations.persist(tie);
        changes.record(tie, tie.started());
        var values = new HashMap<String, Object>(Map.of("takeover", takeover, "school", school));
        values.put("from", from);
        writer.run(
                "insert into takeover_school (takeover_id, organisation_id, from_id) values (:takeover, :school, :from)",
                values);
    }

    private void check(NewTakeover body) {
        var unknown = new ArrayList<Violation>();
        var wrong = new ArrayList<Violation>();
        expect("$.trustId", queries.kindOf(body.trustId()), OrganisationKind.TRUST, unknown, wrong);
        var seen = new HashSet<UUID>();
        for (int i = 0; i < body.organisationIds().size(); i++) {
            var path = "$.organisationIds[" + i + "]";
            UUID school = body.organisationIds().get(i);
            if (seen.add(school)) {
                expect(path, queries.kindOf(school), OrganisationKind.SCHOOL, unknown, wrong);
            } else {
                wrong.add(Violation.body(path, "is named twice"));
            }
        }
        if (!wrong.isEmpty()) {
            throw Problems.invalid(wrong);
        }
        if (!unknown.isEmpty()) {
            throw Problems.referencePending(unknown);
        }
    }

    private static void expect(
            String path,
            Optional<OrganisationKind> kind,
            OrganisationKind expected,
            List<Violation> unknown,
            List<Violation> wrong) {
        if (kind.isEmpty()) {
            unknown.add(Problems.pending(path));
        } else if (kind.get() != expected) {
            wrong.add(Violation.body(path, "must be of kind " + expected));
        }
    }
}
