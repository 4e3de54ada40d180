package org.trellis.alliance.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random histories of one alliance's members, and an oracle that knows no periods: it writes down for each day who was
 * what, and whether the alliance was designated.
 */
public final class Histories {
    public static final LocalDate FIRST = LocalDate.parse("2024-09-01");
    public static final int DAYS = 60;
    public static final int SCHOOLS = 5;

    /** What somebody asks for. Days are counted from the first; the n-th membership is the n-th that was let in. */
    public sealed interface Wish {
        int on();

        record Join(int school, MembershipRole role, int on) implements Wish {}

        record Leave(int membership, int on) implements Wish {}

        record ChangeRole(int membership, MembershipRole role, int on) implements Wish {}
    }

    private Histories() {}

    public static LocalDate day(int number) {
        return FIRST.plusDays(number);
    }

    /** @param memberships how many there are so far */
    public static Wish wish(Random random, int memberships) {
        int on = random.nextInt(DAYS);
        var role = MembershipRole.values()[random.nextInt(MembershipRole.values().length)];
        return switch (memberships == 0 ? 0 : random.nextInt(4)) {
            case 0, 1 -> new Wish.Join(random.nextInt(SCHOOLS), role, on);
            case 2 -> new Wish.Leave(random.nextInt(memberships), on);
            default -> new Wish.ChangeRole(random.nextInt(memberships), role, on);
        };
    }

    /** Day by day. */
    public static final class Oracle {
        private record Held(int school, MembershipRole role, int from, int to) {}

        private final List<Held> memberships = new ArrayList<>();
        private final boolean[] designated = new boolean[DAYS];

        /** Designated from a day to the day before another. */
        public void designate(int from, int to) {
            for (int day = from; day < to; day++) {
                designated[day] = true;
            }
        }

        public int memberships() {
            return memberships.size();
        }

        /** Takes the wishes where every day would be lawful after all of them. */
        public boolean take(List<? extends Wish> wishes) {
            var before = List.copyOf(memberships);
            if (wishes.stream().allMatch(this::possible) && lawful()) {
                return true;
            }
            memberships.clear();
            memberships.addAll(before);
            return false;
        }

        private boolean possible(Wish wish) {
            return switch (wish) {
                case Wish.Join join -> memberships.add(new Held(join.school(), join.role(), join.on(), DAYS));
                case Wish.Leave leave -> over(leave.membership(), leave.on());
                case Wish.ChangeRole change -> {
                    var held = memberships.get(change.membership());
                    yield held.role() != change.role()
                            && over(change.membership(), change.on())
                            && memberships.add(new Held(held.school(), change.role(), change.on(), DAYS));
                }
            };
        }

        private boolean over(int membership, int on) {
            var held = memberships.get(membership);
            if (held.to() != DAYS || on < held.from()) {
                return false;
            }
            memberships.set(membership, new Held(held.school(), held.role(), held.from(), on));
            return true;
        }

        private boolean lawful() {
            for (int day = 0; day < DAYS; day++) {
                long leads = on(day).stream().filter(m -> m.contains("LEAD")).count();
                if (leads > 1 || designated[day] && leads == 0 || twice(day)) {
                    return false;
                }
            }
            return true;
        }

        private boolean twice(int day) {
            return memberships.stream()
                            .filter(m -> m.from() <= day && day < m.to())
                            .map(Held::school)
                            .distinct()
                            .count()
                    < on(day).size();
        }

        /** Who was a member on a day, such as {@code 3 LEAD}, in order. */
        public List<String> on(int day) {
            return memberships.stream()
                    .filter(m -> m.from() <= day && day < m.to())
                    .map(m -> m.school() + " " + m.role())
                    .sorted()
                    .toList();
        }
    }
}
