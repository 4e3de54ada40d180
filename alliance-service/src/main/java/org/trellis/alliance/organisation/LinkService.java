package org.trellis.alliance.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;

/** Commands on links: both ends tell of what they came from and of what came from them. */
@ApplicationScoped
class LinkService {
    private final Links links;
    private final Organisations organisations;
    private final OrganisationKeys keys;
    private final Changes changes;

    LinkService(Links links, Organisations organisations, OrganisationKeys keys, Changes changes) {
        this.links = links;
        this.organisations = organisations;
        this.keys = keys;
        this.changes = changes;
    }

    @Transactional
    UUID link(NewLink body) {
        var unknown = Stream.of("predecessorId", "successorId")
                .filter(end -> keys.find(
                                (end.equals("predecessorId") ? body.predecessorId() : body.successorId()).toString())
                        .isEmpty())
                .map(end -> Problems.pending("$." + end))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problems.referencePending(unknown);
        }
        var link = new OrganisationLink(Ids.next(), body);
        links.persistAndFlush(link);
        tell(link);
        return link.id();
    }

    @Transactional
    UUID decide(UUID id, LinkTransition.Action action) {
        var link = links.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problems::notFound);
        switch (action) {
            case confirm -> {
                link.confirm();
                tell(link);
            }
            case reject -> link.reject();
        }
        return id;
    }

    /** In the order of their ids, so that two who link the same two do not wait for each other. */
    private void tell(OrganisationLink link) {
        List.of(link.predecessorId(), link.successorId()).stream().sorted().forEach(end -> {
            var organisation = organisations.findById(end, LockModeType.PESSIMISTIC_WRITE);
            changes.record(organisation, organisation.linked(links.of(end)));
        });
    }
}
