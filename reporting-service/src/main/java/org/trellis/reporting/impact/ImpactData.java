package org.trellis.reporting.impact;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            List<SuccessMeasure> successMeasures,
            AnalysisPlan plan) {}

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

    record Cycle(
            UUID projectId, UUID id, Integer number, String name, String phase, LocalDate startsOn, LocalDate endsOn) {}

    /** One pair of points of one measure in one cycle for which there is evidence. */
    record Pair(UUID projectId, UUID measureId, UUID cycleId, String from, String to) {}

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
    record Part(
            UUID projectId,
            UUID organisationId,
            String name,
            boolean takesPart,
            boolean completed,
            boolean removed,
            boolean left,
            LocalDate since) {}

    private record ProjectRow(
            UUID id,
            long sequence,
            String title,
            UUID allianceId,
            String allianceName,
            List<String> researchQuestions,
            String design,
            boolean invented,
            String successMeasures,
            String plan) {}

    private record SchoolRow(
            UUID projectId,
            UUID measureId,
            UUID cycleId,
            String from,
            String to,
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

    private record Published(UUID projectId, UUID school) {}

    private final Writer writer;
    private final ObjectMapper json;

    ImpactData(Writer writer, ObjectMapper json) {
        this.writer = writer;
        this.json = json;
    }

    Project project(UUID id) {
        return projects(Set.of(id)).stream().findFirst().orElseThrow(Problems::notFound);
    }

    /** In the order of their titles. */
    List<Project> projects(Set<UUID> ids) {
        return writer.list(ProjectRow.class, """
                        select p.id, p.sequence, p.title, p.alliance_id, a.name as alliance_name,
                          coalesce(p.research_questions, '{}') as research_questions, p.design,
                          coalesce(p.invented, false) as invented,
                          coalesce(p.success_measures, '[]') as success_measures, nullif(p.plan, 'null') as plan
                        from project p left join alliance a on a.id = p.alliance_id
                        where p.id = any(:ids) and p.title is not null order by p.title, p.id""", ids(ids)).stream()
                .map(this::project)
                .toList();
    }

    private Project project(ProjectRow row) {
        return new Project(
                row.id(),
                row.sequence(),
                row.title(),
                row.allianceId(),
                row.allianceName(),
                row.researchQuestions(),
                row.design(),
                row.invented(),
                read(row.successMeasures(), new TypeReference<>() {}),
                read(row.plan(), new TypeReference<>() {}));
    }

    List<Pair> pairs(UUID project) {
        return pairs(Set.of(project)).getOrDefault(project, List.of());
    }

    /** By project. */
    Map<UUID, List<Pair>> pairs(Set<UUID> projects) {
        return writer.list(Pair.class, """
                        select distinct project_id, measure_id, cycle_id, "from", "to" from school_effect
                        where project_id = any(:ids)
                        order by project_id, measure_id, cycle_id, "from", "to\"""", ids(projects)).stream().collect(Collectors.groupingBy(Pair::projectId));
    }

    /** By project, in their order. */
    Map<UUID, List<Cycle>> cycles(Set<UUID> projects) {
        return writer.list(Cycle.class, """
                        select project_id, id, number, name, phase, starts_on, ends_on from cycle
                        where project_id = any(:ids) and not gone order by project_id, number, id""", ids(projects)).stream().collect(Collectors.groupingBy(Cycle::projectId));
    }

    Map<UUID, Measure> measures(Set<UUID> measures) {
        return writer.list(Measure.class, """
                        select id, name, about, unit, minimum, maximum, higher_is_better, threshold,
                          coalesce(age_in_months, false) as age_in_months
                        from measure where id = any(:ids) and not gone and higher_is_better is not null""", ids(measures)).stream()
                .collect(Collectors.toMap(Measure::id, measure -> measure));
    }

    /** All schools and all subgroups of each pair, in the order of schools. */
    Map<Pair, List<School>> schools(Collection<Pair> pairs) {
        return writer
                .list(
                        SchoolRow.class,
                        """
                        select e.project_id, e.measure_id, e.cycle_id, e."from", e."to", subgroup, organisation_id,
                          intervention, comparison, estimator, g, variance, j, reason, submissions
                        from jsonb_to_recordset(cast(:pairs as jsonb)) as p("projectId" uuid, "measureId" uuid,
                          "cycleId" uuid, "from" text, "to" text)
                        join school_effect e on e.project_id = p."projectId" and e.measure_id = p."measureId"
                          and e.cycle_id = p."cycleId" and e."from" = p."from" and e."to" = p."to"
                        order by subgroup, organisation_id""",
                        Map.of("pairs", json.valueToTree(pairs).toString()))
                .stream()
                .collect(Collectors.groupingBy(
                        row -> new Pair(row.projectId(), row.measureId(), row.cycleId(), row.from(), row.to()),
                        Collectors.mapping(this::school, Collectors.toList())));
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

    /** By project and then by school. */
    Map<UUID, Map<UUID, Part>> parts(Set<UUID> projects) {
        return writer.list(Part.class, """
                        with part as (
                          select project_id, organisation_id,
                            bool_or(status in ('COMMITTED', 'ACTIVE', 'COMPLETED')) as takes_part,
                            bool_or(status = 'COMPLETED') as completed,
                            bool_and(status = 'WITHDRAWN' and evidence is not distinct from 'REMOVE') as removed,
                            bool_and(status = 'WITHDRAWN') as left, min(starts_on) as since
                          from participation where project_id = any(:ids) and not gone
                          group by project_id, organisation_id),
                        school as (
                          select project_id, organisation_id from part
                          union select project_id, organisation_id from school_effect where project_id = any(:ids))
                        select school.project_id, school.organisation_id, o.name, coalesce(takes_part, false) as takes_part,
                          coalesce(completed, false) as completed, coalesce(removed, false) as removed,
                          coalesce(part.left, false) as left, part.since
                        from school left join part using (project_id, organisation_id)
                        left join organisation o on o.id = school.organisation_id
                        where school.organisation_id is not null""", ids(projects)).stream()
                .collect(Collectors.groupingBy(Part::projectId, Collectors.toMap(Part::organisationId, part -> part)));
    }

    /** By project, the schools whose results its published reports show by name. */
    Map<UUID, Set<UUID>> published(Set<UUID> projects) {
        return writer.list(Published.class, """
                        select distinct project_id, unnest(named) as school
                        from report join report_edition on report_id = report.id
                        where project_id = any(:ids)""", ids(projects)).stream()
                .collect(Collectors.groupingBy(
                        Published::projectId, Collectors.mapping(Published::school, Collectors.toSet())));
    }

    private static Map<String, Object> ids(Set<UUID> ids) {
        return Map.of("ids", ids.toArray(UUID[]::new));
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
