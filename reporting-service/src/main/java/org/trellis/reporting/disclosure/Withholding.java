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
     * @param own whether the reader speaks for the school, or for the trust that it is in today
     * @param counts numbers of people that its figures show or give away
     */
    public record Counts(UUID school, boolean own, List<Long> counts) {
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

    private Withholding(Set<UUID> hidden) {
        this.hidden = Set.copyOf(hidden);
    }

    public static Withholding over(Collection<Counts> schools) {
        return over(schools, school -> false);
    }

    /** @param already hidden for another reason, whatever its counts here */
    public static Withholding over(Collection<Counts> schools, Predicate<UUID> already) {
        Set<UUID> hidden = new HashSet<>();
        schools.stream()
                .filter(s -> !s.own() && (s.small() || already.test(s.school())))
                .forEach(s -> hidden.add(s.school()));
        if (hidden.size() == 1) {
            schools.stream()
                    .filter(s -> !s.own() && !hidden.contains(s.school()) && s.people() > 0)
                    .min(Comparator.comparingLong(Counts::people).thenComparing(Counts::school))
                    .ifPresent(s -> hidden.add(s.school()));
        }
        return new Withholding(hidden);
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
     * one back.
     */
    public boolean showsPooled(Collection<UUID> contributing) {
        return contributing.stream().filter(hidden::contains).count() != 1;
    }

    /**
     * Whether everything that pooling yields may be shown. Weights, leave-one-out and the statistics of heterogeneity
     * are, together, as many equations as two hidden schools have unknowns.
     */
    public boolean showsDetail(Collection<UUID> contributing) {
        return contributing.stream().noneMatch(hidden::contains);
    }
}
