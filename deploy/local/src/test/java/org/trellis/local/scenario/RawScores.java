package org.trellis.local.scenario;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.trellis.local.sample.References;
import org.trellis.local.sample.ScoreSheet;

/**
 * The single scores of one school, which no figure may forget.
 *
 * @param arms pupils of INTERVENTION and COMPARISON
 */
record RawScores(Map<String, List<Pupil>> arms) {
    private static final LocalDate BEFORE = LocalDate.of(2024, 9, 16);
    private static final LocalDate AFTER = LocalDate.of(2025, 6, 20);

    /** @param after null for a pupil who has left */
    record Pupil(String reference, BigDecimal before, BigDecimal after, boolean premium) {}

    static RawScores invented(String urn, int intervention, int comparison, double effect) {
        Random random = new Random(Long.parseLong(urn));
        return new RawScores(Map.of(
                "INTERVENTION", pupils(random, urn + "-i", intervention, effect),
                "COMPARISON", pupils(random, urn + "-c", comparison, 0)));
    }

    private static List<Pupil> pupils(Random random, String school, int count, double effect) {
        List<Pupil> pupils = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double ability = random.nextGaussian();
            double later = 0.8 * ability + 0.6 * random.nextGaussian() + effect;
            pupils.add(new Pupil(
                    References.of(school, Integer.toString(i)),
                    score(ability),
                    i == 3 ? null : score(later),
                    i % 3 == 0));
        }
        return pupils;
    }

    /** To one decimal, so that means are no whole numbers. */
    private static BigDecimal score(double standardised) {
        return BigDecimal.valueOf(Math.round(1000 + 130 * standardised), 1);
    }

    /** The same school after its intervention pupils' later scores were marked again. */
    RawScores amended(UnaryOperator<BigDecimal> again) {
        return new RawScores(Map.of(
                "INTERVENTION",
                arms.get("INTERVENTION").stream()
                        .map(p -> p.after() == null
                                ? p
                                : new Pupil(p.reference(), p.before(), again.apply(p.after()), p.premium()))
                        .toList(),
                "COMPARISON",
                arms.get("COMPARISON")));
    }

    /** Those with both scores. */
    List<Pupil> complete(String arm) {
        return arms.get(arm).stream().filter(p -> p.after() != null).toList();
    }

    ScoreSheet sheet(Map<String, UUID> cohorts, UUID measure) {
        ScoreSheet sheet = new ScoreSheet();
        arms.forEach((arm, pupils) -> pupils.forEach(p -> {
            Map<String, String> subgroups = Map.of("PUPIL_PREMIUM", p.premium() ? "YES" : "NO");
            UUID cohort = cohorts.get(arm);
            sheet.add(new ScoreSheet.Row(
                    p.reference(), cohort, measure, "BASELINE", p.before().toPlainString(), BEFORE, subgroups));
            if (p.after() != null) {
                sheet.add(new ScoreSheet.Row(
                        p.reference(), cohort, measure, "OUTCOME", p.after().toPlainString(), AFTER, subgroups));
            }
        }));
        return sheet;
    }
}
