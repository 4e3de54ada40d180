package org.trellis.reporting.impact;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.trellis.identity.Writer;
import org.trellis.problem.Problems;
import org.trellis.reporting.intake.Arm;

/** The rows behind an answer, whole: a figure over some of them would be another figure. */
@ApplicationScoped
class ImpactData {
    record Project(
            UUID id,
            long sequence,
            String title,
            UUID allianceId,
            String allianceName,
            List<String> researchQuestions,
            String design,
            boolean invented,
            List<SuccessMeasure> successMeasures) {}

    record SuccessMeasure(UUID measureId, boolean primary, List<String> points) {
        SuccessMeasure {
            points = points == null ? List.of() : List.copyOf(points);
        }
    }

    record Measure(
            UUID id,
            String name,
            String about,
            String unit,
            Double minimum,
            Double maximum,
            boolean higherIsBetter,
            Double threshold,
            boolean ageInMonths) {}

    record Cycle(UUID id, Integer number, String name, String phase, LocalDate startsOn, LocalDate endsOn) {}

    /** One pair of points of one measure in one cycle for which there is evidence. */
    record Pair(UUID measureId, UUID cycleId, String from, String to) {}

    record Effect(String estimator, double g, double variance, double j) {}

    record School(
            String subgroup,
            UUID id,
            Arm intervention,
            Arm comparison,
            Effect effect,
            String reason,
            List<JsonNode> submissions) {}

    /** A school's part in the project, over all its participations. */
    record Part(UUID organisationId, String name, boolean takesPart, boolean completed, boolean removed) {}

    private record ProjectRow(
            UUID id,
            long sequence,
            String title,
            UUID allianceId,
            String allianceName,
            List<String> researchQuestions,
            String design,
            boolean invented,
            String successMeasures) {}

    private record SchoolRow(
            String subgroup,
            UUID organisationId,
            String intervention,
            String comparison,
            String estimator,
            Double g,
            Double variance,
            Double j,
            String reason,
            String submissions) {}

    private final Writer writer;
    private final ObjectMapper json;

    ImpactData(Writer writer, ObjectMapper json) {
        this.writer = writer;
        this.json = json;
    }

    Project project(UUID id) {
        var row = writer.one(ProjectRow.class, """
                        select p.id, p.sequence, p.title, p.alliance_id, a.name as alliance_name,
                          coalesce(p.research_questions, '{}') as research_questions, p.design,
                          coalesce(p.invented, false) as invented,
                          coalesce(p.success_measures, '[]') as success_measures
                        from project p left join alliance a on a.id = p.alliance_id
                        where p.id = :id""", Map.of("id", id)).orElseThrow(Problems::notFound);
        return new Project(
                row.id(),
                row.sequence(),
                row.title(),
                row.allianceId(),
                row.allianceName(),
                row.researchQuestions(),
                row.design(),
                row.invented(),
                read(row.successMeasures(), new TypeReference<>() {}));
    }

    List<Pair> pairs(UUID project) {
        return writer.list(Pair.class, """
                select distinct measure_id, cycle_id, "from", "to" from school_effect where project_id = :id
                order by measure_id, cycle_id, "from", "to"
                """, Map.of("id", project));
    }

    List<Cycle> cycles(UUID project) {
        return writer.list(Cycle.class, """
                select id, number, name, phase, starts_on, ends_on from cycle
                where project_id = :id and not gone order by number, id""", Map.of("id", project));
    }

    Optional<Measure> measure(UUID id) {
        return writer.one(Measure.class, """
                select id, name, about, unit, minimum, maximum, higher_is_better, threshold,
                  coalesce(age_in_months, false) as age_in_months
                from measure where id = :id and not gone""", Map.of("id", id));
    }

    /** All schools and all subgroups of a pair, in the order of schools. */
    List<School> schools(UUID project, Pair pair) {
        return writer
                .list(
                        SchoolRow.class,
                        """
                        select subgroup, organisation_id, intervention, comparison, estimator, g, variance, j, reason,
                          submissions
                        from school_effect
                        where project_id = :project and measure_id = :measure and cycle_id = :cycle
                          and "from" = :from and "to" = :to
                        order by subgroup, organisation_id""",
                        Map.of(
                                "project", project,
                                "measure", pair.measureId(),
                                "cycle", pair.cycleId(),
                                "from", pair.from(),
                                "to", pair.to()))
                .stream()
                .map(this::school)
                .toList();
    }

    private School school(SchoolRow row) {
        return new School(
                row.subgroup(),
                row.organisationId(),
                read(row.intervention(), new TypeReference<>() {}),
                read(row.comparison(), new TypeReference<>() {}),
                row.estimator() == null ? null : new Effect(row.estimator(), row.g(), row.variance(), row.j()),
                row.reason(),
                read(row.submissions(), new TypeReference<>() {}));
    }

    Map<UUID, Part> parts(UUID project) {
        return writer.list(Part.class, """
                        with part as (
                          select organisation_id,
                            bool_or(status in ('COMMITTED', 'ACTIVE', 'COMPLETED')) as takes_part,
                            bool_or(status = 'COMPLETED') as completed,
                            bool_and(status = 'WITHDRAWN' and evidence is not distinct from 'REMOVE') as removed
                          from participation where project_id = :id and not gone group by organisation_id),
                        school as (
                          select organisation_id from part
                          union select organisation_id from school_effect where project_id = :id)
                        select school.organisation_id, o.name, coalesce(takes_part, false) as takes_part,
                          coalesce(completed, false) as completed, coalesce(removed, false) as removed
                        from school left join part using (organisation_id)
                        left join organisation o on o.id = school.organisation_id
                        where school.organisation_id is not null""", Map.of("id", project)).stream()
                .collect(Collectors.toMap(Part::organisationId, part -> part));
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return text == null
                    ? null
                    : json.readerFor(type)
                            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                            .readValue(text);
        } catch (IOException e) {
            throw new UncheckedIOException("what is stored here has not the agreed shape", e);
        }
    }
}
