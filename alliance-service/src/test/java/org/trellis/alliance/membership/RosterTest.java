package org.trellis.alliance.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellis.alliance.membership.Histories.Oracle;
import org.trellis.alliance.membership.Histories.Wish;

/** The rules of memberships, without a database. */
class RosterTest {
    private static final UUID ALLIANCE = new UUID(1, 1);
    private static final UUID[] SCHOOLS =
            IntStream.range(0, Histories.SCHOOLS).mapToObj(n -> new UUID(2, n)).toArray(UUID[]::new);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void agreesWithADayByDayOracleOverRandomHistories(long seed) {
        int refused = 0;
        int taken = 0;
        for (int history = 0; history < 50; history++) {
            var random = new Random(seed * 1000 + history);
            var oracle = new Oracle();
            var kept = new ArrayList<Membership>();
            var designated = new ArrayList<Period>();
            for (int act = 0; act < 30; act++) {
                if (act == 5
                        && IntStream.range(10, 40)
                                .allMatch(day -> oracle.on(day).stream().anyMatch(m -> m.contains("LEAD")))) {
                    oracle.designate(10, 40);
                    designated.add(new Period(Histories.day(10), Histories.day(40)));
                }
                int memberships = oracle.memberships();
                var wishes = IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(_ -> Histories.wish(random, memberships))
                        .toList();
                var before = kept.stream().map(RosterTest::copied).toList();
                var roster = new Roster(ALLIANCE, kept, designated);
                make(roster, wishes, kept);
                boolean lawful = roster.refusals().isEmpty();

                assertEquals(oracle.take(wishes), lawful, () -> "seed " + seed + ": " + wishes + roster.refusals());
                if (lawful) {
                    roster.told().stream()
                            .map(Roster.Told::membership)
                            .filter(m -> !kept.contains(m))
                            .forEach(kept::add);
                    taken++;
                } else {
                    kept.clear();
                    kept.addAll(before);
                    refused++;
                }
                for (int day = 0; day < Histories.DAYS; day++) {
                    assertEquals(oracle.on(day), on(kept, day), "seed " + seed + " day " + day);
                }
            }
        }
        assertTrue(refused > 100 && taken > 100, refused + " refused, " + taken + " taken");
    }

    @Test
    void namesEveryRefusalWithTheChangeItIsOf() {
        var lead = new Membership(new UUID(3, 0), ALLIANCE, SCHOOLS[0], MembershipRole.LEAD, Histories.day(0), null);
        var member =
                new Membership(new UUID(3, 1), ALLIANCE, SCHOOLS[1], MembershipRole.MEMBER, Histories.day(5), null);
        var roster = new Roster(ALLIANCE, List.of(lead, member), List.of(new Period(Histories.day(0), null)));

        roster.join(0, SCHOOLS[2], MembershipRole.MEMBER, Histories.day(1), null);
        roster.join(1, SCHOOLS[1], MembershipRole.ASSOCIATE, Histories.day(9), null);
        roster.leave(2, member.id(), Histories.day(4), LeavingReason.STAFFING, null);
        roster.leave(3, lead.id(), Histories.day(20), LeavingReason.STAFFING, null);

        assertEquals(
                List.of("1 membership-once-at-a-time", "2 membership-ends-after-it-starts", "3 lead-needs-successor"),
                roster.refusals().stream().map(r -> r.at() + " " + r.code()).toList());
    }

    @Test
    void passesTheLeadToAMemberWhoseFormerLeadStays() {
        var lead = new Membership(new UUID(3, 0), ALLIANCE, SCHOOLS[0], MembershipRole.LEAD, Histories.day(0), null);
        var member =
                new Membership(new UUID(3, 1), ALLIANCE, SCHOOLS[1], MembershipRole.MEMBER, Histories.day(0), null);
        var roster = new Roster(ALLIANCE, List.of(lead, member), List.of(new Period(Histories.day(0), null)));

        roster.passLead(SCHOOLS[1], Histories.day(10), MembershipRole.STRATEGIC_PARTNER, null);

        assertEquals(List.of(), roster.refusals());
        var all = new ArrayList<>(List.of(lead, member));
        roster.told().stream()
                .map(Roster.Told::membership)
                .filter(m -> !all.contains(m))
                .forEach(all::add);
        assertEquals(List.of("0 LEAD", "1 MEMBER"), on(all, 9));
        assertEquals(List.of("0 STRATEGIC_PARTNER", "1 LEAD"), on(all, 10));
    }

    private static void make(Roster roster, List<Wish> wishes, List<Membership> kept) {
        for (int at = 0; at < wishes.size(); at++) {
            switch (wishes.get(at)) {
                case Wish.Join join ->
                    roster.join(at, SCHOOLS[join.school()], join.role(), Histories.day(join.on()), null);
                case Wish.Leave leave ->
                    roster.leave(
                            at,
                            kept.get(leave.membership()).id(),
                            Histories.day(leave.on()),
                            LeavingReason.OTHER,
                            null);
                case Wish.ChangeRole change ->
                    roster.changeRole(
                            at, kept.get(change.membership()).id(), change.role(), Histories.day(change.on()));
            }
        }
    }

    private static Membership copied(Membership from) {
        var copy = new Membership(
                from.id(),
                from.allianceId(),
                from.organisationId(),
                from.role(),
                from.period().startsOn(),
                null);
        if (from.period().endsOn() != null) {
            copy.end(from.period().endsOn(), LeavingReason.OTHER, null);
        }
        return copy;
    }

    private static List<String> on(List<Membership> memberships, int day) {
        return memberships.stream()
                .filter(m -> m.period().holdsOn(Histories.day(day)))
                .map(m -> m.organisationId().getLeastSignificantBits() + " " + m.role())
                .sorted()
                .toList();
    }
}
