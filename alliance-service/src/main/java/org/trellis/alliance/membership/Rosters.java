package org.trellis.alliance.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.trellis.alliance.WorkingAlliances;
import org.trellis.identity.Writer;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;

/** Loads the members that a change concerns, and keeps what it did; one change of an alliance at a time. */
@ApplicationScoped
class Rosters {
    private record Requirement(int version, String code, String wording) {}

    private final Memberships memberships;
    private final Writer writer;
    private final Changes changes;
    private final EntityManager entities;
    private final WorkingAlliances working;

    Rosters(Memberships memberships, Writer writer, Changes changes, EntityManager entities, WorkingAlliances working) {
        this.memberships = memberships;
        this.working = working;
        this.writer = writer;
        this.changes = changes;
        this.entities = entities;
    }

    /** Waits until nobody else changes these alliances. */
    @Transactional(Transactional.TxType.MANDATORY)
    void lock(Collection<UUID> alliances) {
        writer.list(
                UUID.class,
                "select id from alliance where id = any(:ids) order by id for no key update",
                Map.of("ids", alliances.toArray(UUID[]::new)));
    }

    /** For a lead that is passed on: the organisations of all leads are concerned. */
    Roster loadForLead(UUID alliance, UUID to) {
        var organisations = new HashSet<>(writer.list(
                UUID.class,
                "select organisation_id from membership where alliance_id = :id and role = 'LEAD'",
                Map.of("id", alliance)));
        organisations.add(to);
        return load(alliance, organisations);
    }

    Roster load(UUID alliance, Collection<UUID> organisations) {
        return new Roster(
                alliance,
                memberships.concerned(alliance, organisations),
                writer.list(
                        Period.class,
                        "select awarded_on as starts_on, lost_on as ends_on from designation where alliance_id = :id",
                        Map.of("id", alliance)));
    }

    /**
     * Ended memberships are written first, since the database judges most of it by the statement; whether there is a
     * lead on every day it judges when all is there.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void keep(Collection<Roster> rosters) {
        for (var roster : rosters) {
            for (var told : roster.told()) {
                if (!entities.contains(told.membership())) {
                    memberships.persist(told.membership());
                }
                changes.record(told.membership(), told.event());
            }
        }
        writer.run("set constraints all immediate", Map.of());
    }

    /** No rule is left to be asked: it is the alliance that says that it is not designated any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    void endAll(UUID alliance, LocalDate day) {
        memberships
                .reachingBeyond(alliance, day)
                .forEach(membership -> changes.record(membership, membership.endWithAlliance(day)));
        writer.run("set constraints all immediate", Map.of());
    }

    /** Keeps several as one act, and remembers which memberships it touched. @return the act's id */
    @Transactional(Transactional.TxType.MANDATORY)
    UUID keepAct(Collection<Roster> rosters) {
        keep(rosters);
        var act = Ids.next();
        writer.run(
                "insert into membership_act (id, membership_id) select :act, m from unnest(:memberships) m",
                Map.of(
                        "act",
                        act,
                        "memberships",
                        rosters.stream()
                                .flatMap(roster -> roster.told().stream())
                                .map(told -> told.membership().id())
                                .toArray(UUID[]::new)));
        return act;
    }

    /** Makes one step on its alliance's roster, after the protocol that is in force on its day. */
    void make(Roster roster, int at, MembershipChange step, UUID alliance) {
        if (!(step instanceof MembershipChange.Leave) && !working.contains(alliance)) {
            roster.refuse(at, WorkingAlliances.ENDED, "The alliance has ended");
            return;
        }
        switch (step) {
            case MembershipChange.Join join ->
                roster.join(
                        at,
                        join.organisationId(),
                        join.role(),
                        join.on(),
                        met(roster, at, alliance, "JOINING", join.on(), join.met()));
            case MembershipChange.Leave leave ->
                roster.leave(
                        at,
                        leave.membershipId(),
                        leave.on(),
                        leave.reason(),
                        leave.reason().takesTheProtocol()
                                ? met(roster, at, alliance, "LEAVING", leave.on(), leave.met())
                                : null);
            case MembershipChange.ChangeRole change ->
                roster.changeRole(at, change.membershipId(), change.role(), change.on());
        }
    }

    /** The version of the protocol that is in force on a day and was held to; null where there is none. */
    private Integer met(Roster roster, int at, UUID alliance, String kind, LocalDate on, List<String> met) {
        var required = writer.list(Requirement.class, """
                select p.version, r.code, r.wording from (
                  select id, version from protocol
                  where alliance_id = :alliance and kind = :kind and valid_from <= :on
                  order by valid_from desc, version desc limit 1) p
                left join protocol_requirement r on r.protocol_id = p.id order by r.position""", Map.of("alliance", alliance, "kind", kind, "on", on));
        Set<String> unknown = new TreeSet<>(met);
        for (var requirement : required) {
            if (requirement.code() != null && !unknown.remove(requirement.code())) {
                roster.refuse(at, "protocol-not-met", requirement.code() + " is required: " + requirement.wording());
            }
        }
        unknown.forEach(code -> roster.refuse(at, "protocol-asks-no-such-thing", code + " is not required here"));
        return required.isEmpty() ? null : required.getFirst().version();
    }
}
