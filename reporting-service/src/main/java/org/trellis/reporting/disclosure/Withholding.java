package org.trellis.reporting.disclosure;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Decides which schools' figures one reader does not see: those of other schools that speak of one to five people, and
 * one school more where that is a single one, since the total would give it back. One's own are never withheld.
 *
 * <p>Decided once over all schools that have figures, so that asking for fewer of them (completers, a subgroup) cannot
 * bring out by difference what was withheld.
 */
public final class Withholding {
    /** The smallest number of people of another school that may be shown. */
    public static final int LEAST = 6;

    /** What stands in the place of a withheld figure, as in English official statistics: confidential. */
    public static final String SYMBOL = "c";

    /**
     * What a school's figures would tell.
     *
     * @param counts numbers of people that its figures show or give away
     */
    public record Counts(UUID school, List<Long> counts) {
        public Counts {
            counts = List.copyOf(counts);
        }

        boolean small() {
            return counts.stream().anyMatch(n -> n > 0 && n < LEAST);
        }

        long people() {
            return counts.stream().mapToLong(Long::longValue).sum();
        }
    }

    private final Set<UUID> hidden;
    private final Audience audience;

    private Withholding(Set<UUID> hidden, Audience audience) {
        this.hidden = Set.copyOf(hidden);
        this.audience = audience;
    }

    public static Withholding over(Collection<Counts> schools, Audience audience) {
        return over(schools, audience, school -> false);
    }

    /** @param already hidden for another reason, whatever its counts here */
    public static Withholding over(Collection<Counts> schools, Audience audience, Predicate<UUID> already) {
        Set<UUID> hidden = new HashSet<>();
        schools.stream()
                .filter(s -> !audience.own().contains(s.school()))
                .filter(s -> s.small() || already.test(s.school()))
                .forEach(s -> hidden.add(s.school()));
        if (unknown(hidden, audience) == 1) {
            schools.stream()
                    .filter(s -> !audience.own().contains(s.school())
                            && !audience.published().contains(s.school())
                            && !hidden.contains(s.school())
                            && s.people() > 0)
                    .min(Comparator.comparingLong(Counts::people).thenComparing(Counts::school))
                    .ifPresent(s -> hidden.add(s.school()));
        }
        return new Withholding(hidden, audience);
    }

    private static long unknown(Collection<UUID> hidden, Audience audience) {
        return hidden.stream().filter(s -> !audience.published().contains(s)).count();
    }

    public boolean hides(UUID school) {
        return hidden.contains(school);
    }

    /** Whether numbers of people may be added up over schools: a total beside what is shown bounds what is not. */
    public boolean showsTotals() {
        return hidden.isEmpty();
    }

    /**
     * Whether a figure pooled over these schools may be shown: with a single hidden one among them it would give that
     * one back. A report shows none that has a hidden one among them, so that its editions, each beside the others, tell
     * nothing but what stands in their rows.
     */
    public boolean showsPooled(Collection<UUID> contributing) {
        var within = contributing.stream().filter(hidden::contains).toList();
        return within.isEmpty() || !audience.lasting() && unknown(within, audience) > 1;
    }

    /**
     * Whether everything that is worked out of these schools may be shown. Weights, leave-one-out and the statistics of
     * heterogeneity are, together, as many equations as two hidden schools have unknowns; an average over all pupils is,
     * beside those of the subgroups, an equation for how many are in each.
     */
    public boolean showsDetail(Collection<UUID> contributing) {
        return contributing.stream().noneMatch(hidden::contains);
    }
}
