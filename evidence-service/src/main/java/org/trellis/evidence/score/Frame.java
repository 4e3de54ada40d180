package org.trellis.evidence.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the scores of a submission may be about.
 *
 * @param cohorts of this school in this project
 * @param measures by which the project measures its success
 * @param elsewhere scores of these cohorts that count already, and in which submission
 */
public record Frame(List<Cohort> cohorts, List<Planned> measures, Map<Score.Key, UUID> elsewhere) {

    /** A group whose members are measured. */
    public record Cohort(UUID id, String name, String about) {}

    /** A measure with its points in this project. */
    public record Planned(
            UUID id, String code, String about, BigDecimal minimum, BigDecimal maximum, List<String> points) {}

    /** By id, or by a name that only one of them has. */
    Optional<Cohort> cohort(String key) {
        return onlyOne(cohorts.stream().filter(c -> c.id().toString().equalsIgnoreCase(key) || key.equals(c.name())));
    }

    /** By id or code. */
    Optional<Planned> measure(String key) {
        return onlyOne(measures.stream().filter(m -> m.id().toString().equalsIgnoreCase(key) || key.equals(m.code())));
    }

    private static <T> Optional<T> onlyOne(Stream<T> found) {
        var two = found.limit(2).toList();
        return two.size() == 1 ? Optional.of(two.getFirst()) : Optional.empty();
    }
}
