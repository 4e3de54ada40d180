package org.trellis.alliance.membership;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.trellis.outbox.Ids;

/**
 * The members of one alliance, as far as a change concerns them, and when it is designated. Changes are made one by one
 * and judged together, so that a lead can go to another in one act: an organisation is in an alliance once at a time,
 * an alliance has one lead at a time, and while it is designated it has one on every day.
 */
final class Roster {
    /** A membership that a change ended or started, with what is to be told of it. */
    record Told(Membership membership, MembershipEvent event) {}

    private final UUID alliance;
    private final List<Membership> memberships;
    private final List<Period> designated;
    private final Map<Membership, Integer> startedBy = new IdentityHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Told> ended = new ArrayList<>();
    private final List<Told> started = new ArrayList<>();
    private int lastOfLead;

    /** @param memberships at least those of the organisations that the changes name, and all of leads */
    Roster(UUID alliance, List<Membership> memberships, List<Period> designated) {
        this.alliance = alliance;
        this.memberships = new ArrayList<>(memberships);
        this.designated = List.copyOf(designated);
    }

    /** @param under the version of the joining protocol that was met; null where there is none */
    void join(int at, UUID organisation, MembershipRole role, LocalDate on, Integer under) {
        var membership = new Membership(Ids.next(), alliance, organisation, role, on, under);
        memberships.add(membership);
        startedBy.put(membership, at);
        started.add(new Told(membership, membership.started()));
        noteLead(at, role);
    }

    void leave(int at, UUID id, LocalDate on, LeavingReason reason, Integer under) {
        var membership = member(id);
        if (membership.period().endsOn() != null) {
            refuse(
                    at,
                    "membership-ended-already",
                    "The membership ended on " + membership.period().endsOn());
        } else if (on.isBefore(membership.period().startsOn())) {
            refuse(
                    at,
                    "membership-ends-after-it-starts",
                    "The membership starts on " + membership.period().startsOn());
        } else {
            noteLead(at, membership.role());
            ended.add(new Told(membership, membership.end(on, reason, under)));
        }
    }

    void changeRole(int at, UUID id, MembershipRole role, LocalDate on) {
        var membership = member(id);
        if (membership.role() == role) {
            refuse(at, "role-held-already", "The member is " + role + " already");
            return;
        }
        int before = ended.size();
        leave(at, id, on, LeavingReason.ROLE_CHANGED, null);
        if (ended.size() > before) {
            join(at, membership.organisationId(), role, on, membership.joinedUnder());
        }
    }

    /** The lead goes to another from a day on. @param becomes null where the former lead leaves for a reason */
    void passLead(UUID to, LocalDate on, MembershipRole becomes, LeavingReason reason) {
        var former = leadOn(on);
        if (former.isPresent() && former.get().organisationId().equals(to)) {
            refuse(0, "leads-already", "The organisation leads the alliance on that day");
            return;
        }
        former.ifPresent(lead -> {
            if (becomes == null) {
                leave(0, lead.id(), on, reason, null);
            } else {
                changeRole(0, lead.id(), becomes, on);
            }
        });
        var present = heldOn(to, on);
        if (present.isPresent()) {
            changeRole(0, present.get().id(), MembershipRole.LEAD, on);
        } else {
            join(0, to, MembershipRole.LEAD, on, null);
        }
    }

    private Membership member(UUID id) {
        return memberships.stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
    }

    private Optional<Membership> leadOn(LocalDate day) {
        return memberships.stream()
                .filter(m -> m.role() == MembershipRole.LEAD && m.period().holdsOn(day))
                .findFirst();
    }

    private Optional<Membership> heldOn(UUID organisation, LocalDate day) {
        return memberships.stream()
                .filter(m ->
                        m.organisationId().equals(organisation) && m.period().holdsOn(day))
                .findFirst();
    }

    void refuse(int at, String code, String detail) {
        refusals.add(new Refusal(at, code, detail));
    }

    /** Everything that is against the rules, now that all changes are there; empty where they may be kept. */
    List<Refusal> refusals() {
        var all = new ArrayList<>(refusals);
        startedBy.forEach((membership, at) -> memberships.stream()
                .filter(other -> other != membership && other.period().overlaps(membership.period()))
                .filter(other -> startedBy.getOrDefault(other, -1) <= at)
                .map(other -> clash(at, membership, other))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(all::add));
        firstDayWithoutLead()
                .ifPresent(day -> all.add(new Refusal(
                        lastOfLead,
                        "lead-needs-successor",
                        "The alliance is designated and would have no lead on " + day)));
        return all.stream().distinct().sorted(comparing(Refusal::at)).toList();
    }

    private static Refusal clash(int at, Membership started, Membership other) {
        if (other.organisationId().equals(started.organisationId())) {
            return new Refusal(at, "membership-once-at-a-time", "The organisation is a member at that time");
        }
        return other.role() == MembershipRole.LEAD && started.role() == MembershipRole.LEAD
                ? new Refusal(at, "one-lead-at-a-time", "The alliance has a lead; the lead is handed on, not added")
                : null;
    }

    private Optional<LocalDate> firstDayWithoutLead() {
        var leads = memberships.stream()
                .filter(m -> m.role() == MembershipRole.LEAD)
                .map(Membership::period)
                .sorted(comparing(Period::startsOn))
                .toList();
        return designated.stream()
                .map(period -> uncovered(period, leads))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static LocalDate uncovered(Period designated, List<Period> leads) {
        var day = designated.startsOn();
        for (var lead : leads) {
            if (lead.holdsOn(day)) {
                if (lead.endsOn() == null) {
                    return null;
                }
                day = lead.endsOn();
            }
        }
        return designated.holdsOn(day) ? day : null;
    }

    /** What the changes did: what they ended comes first, to make room for what they started. */
    List<Told> told() {
        var all = new ArrayList<>(ended);
        all.addAll(started);
        return all;
    }

    private void noteLead(int at, MembershipRole role) {
        if (role == MembershipRole.LEAD) {
            lastOfLead = at;
        }
    }
}
