package org.trellis.alliance.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.trellis.alliance.Roles;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;

/** Commands on memberships. */
@ApplicationScoped
public class MembershipService {
    private final MembershipQueries queries;
    private final Rosters rosters;
    private final Roles roles;

    MembershipService(MembershipQueries queries, Rosters rosters, Roles roles) {
        this.queries = queries;
        this.rosters = rosters;
        this.roles = roles;
    }

    @Transactional
    UUID join(NewMembership body) {
        requireChange("$.allianceId", body.allianceId());
        roles.atOrganisation("$.organisationId", body.organisationId());
        return one(body.change());
    }

    @Transactional
    UUID end(UUID id, EndMembership body) {
        queries.view(id);
        requireChange("$", queries.places(List.of(id)).get(id).allianceId());
        return one(body.change(id));
    }

    /** All of these changes or none of them. @return the id of the act */
    @Transactional
    UUID act(NewMembershipAct body) {
        var steps = body.steps();
        var places = queries.places(body.memberships());
        var unknown = new ArrayList<Violation>();
        var concerned = new TreeMap<UUID, String>();
        for (int i = 0; i < steps.size(); i++) {
            var path = "$.changes[" + i + "].";
            switch (steps.get(i)) {
                case MembershipChange.Join join -> {
                    concerned.putIfAbsent(join.allianceId(), path + "allianceId");
                    if (!queries.seesOrganisation(join.organisationId())) {
                        unknown.add(Problems.pending(path + "organisationId"));
                    }
                }
                case MembershipChange.Held held -> {
                    if (places.containsKey(held.membershipId())) {
                        concerned.putIfAbsent(places.get(held.membershipId()).allianceId(), path + "membershipId");
                    } else {
                        unknown.add(Problems.pending(path + "membershipId"));
                    }
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw Problems.referencePending(unknown);
        }
        concerned.forEach((alliance, path) -> requireChange(path, alliance));
        var made = make(steps, places);
        if (!made.refusals().isEmpty()) {
            throw Problems.refused(
                    "membership-changes-refused",
                    made.refusals().stream()
                            .map(r -> Violation.body("$.changes[" + r.at() + "]", r.code() + ": " + r.detail()))
                            .toList());
        }
        return rosters.keepAct(made.rosters().values());
    }

    /** The membership that an alliance is formed with. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lead(UUID alliance, UUID organisation, LocalDate startsOn) {
        one(new MembershipChange.Join(alliance, organisation, MembershipRole.LEAD, startsOn, List.of()));
    }

    /**
     * The lead of an alliance goes to an organisation from a day on; rights have been asked for.
     *
     * @param formerBecomes what the former lead is from then on; null where it leaves
     * @param formerLeaves why it leaves; null where it stays
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void passLead(
            UUID alliance, UUID to, LocalDate on, MembershipRole formerBecomes, LeavingReason formerLeaves) {
        rosters.lock(Set.of(alliance));
        var roster = rosters.loadForLead(alliance, to);
        roster.passLead(to, on, formerBecomes, formerLeaves);
        requireNone(roster.refusals());
        rosters.keep(List.of(roster));
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 where it is designated on a day on which nobody leads */
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireLead(UUID alliance) {
        requireNone(rosters.load(alliance, Set.of()).refusals());
    }

    /** All memberships of an alliance that ends, whatever end was planned for them; nobody gives notice. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void endWithAlliance(UUID alliance, LocalDate day) {
        rosters.endAll(alliance, day);
    }

    private record Made(Map<UUID, Roster> rosters, List<Refusal> refusals) {}

    private UUID one(MembershipChange change) {
        var places = change instanceof MembershipChange.Held held
                ? queries.places(List.of(held.membershipId()))
                : Map.<UUID, MembershipQueries.Place>of();
        var made = make(List.of(change), places);
        requireNone(made.refusals());
        var roster = made.rosters().values().iterator().next();
        rosters.keep(List.of(roster));
        return roster.told().getFirst().membership().id();
    }

    private Made make(List<MembershipChange> steps, Map<UUID, MembershipQueries.Place> places) {
        var concerned = new TreeMap<UUID, Set<UUID>>();
        places.values()
                .forEach(place -> concerned
                        .computeIfAbsent(place.allianceId(), _ -> new HashSet<>())
                        .add(place.organisationId()));
        for (var step : steps) {
            if (step instanceof MembershipChange.Join join) {
                concerned
                        .computeIfAbsent(join.allianceId(), _ -> new HashSet<>())
                        .add(join.organisationId());
            }
        }
        rosters.lock(concerned.keySet());
        var loaded = new TreeMap<UUID, Roster>();
        concerned.forEach((alliance, organisations) -> loaded.put(alliance, rosters.load(alliance, organisations)));
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var alliance = switch (step) {
                case MembershipChange.Join join -> join.allianceId();
                case MembershipChange.Held held ->
                    places.get(held.membershipId()).allianceId();
            };
            rosters.make(loaded.get(alliance), i, step, alliance);
        }
        return new Made(
                loaded,
                loaded.values().stream().flatMap(r -> r.refusals().stream()).toList());
    }

    private void requireChange(String path, UUID alliance) {
        roles.atAlliance(path, alliance).require("change who is a member", "ALLIANCE_LEAD", "TRUST_TEAM");
    }

    private static void requireNone(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw Problems.conflict(
                    refusals.getFirst().code(),
                    refusals.getFirst().detail(),
                    refusals.stream().map(Refusal::detail).toList());
        }
    }
}
