package org.trellis.project.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trellis.identity.Writer;
import org.trellis.imports.ImportBatch;
import org.trellis.imports.ImportTally;
import org.trellis.project.cohort.ImportedCohorts;
import org.trellis.project.cohort.NewCohort;
import org.trellis.project.participation.ImportedParticipations;
import org.trellis.project.participation.NewParticipation;
import org.trellis.project.project.ImportedProject;
import org.trellis.project.project.ImportedProjects;
import org.trellis.project.project.NewProject;
import org.trellis.project.project.NewSuccessMeasure;

/** Keeps what of a bundle can be kept: projects as they come, schools and cohorts once all projects are there. */
@ApplicationScoped
class BundleKeeping {
    private static final int MOST = 1000;

    private static final String PROJECTS = """
            select line, cells[2] as key, cells[4] as request from import_row
            where import_id = :import and line between :first and :last and cells[1] = 'PROJECT' and not refused
            order by line""";

    private static final String MEASURES = """
            select line, cells[2] as key, cells[4] as request from import_row
            where import_id = :import and cells[1] = 'MEASURE' and cells[2] = any(:keys) and not refused order by line""";

    /** Rows of schools with their project, their school, and where the school is in the project already. */
    private static final String OF_SCHOOLS = """
            select r.line, r.cells[4] as request, p.id as project, o.id as school, i.id as participation,
              (c.id is not null) as formed
            from import_row r
            join import_row k on k.import_id = r.import_id and k.cells[1] = 'PROJECT' and not k.refused
              and k.cells[2] = r.cells[2]
            join project p on p.alliance_id = (k.cells[4]::jsonb ->> 'allianceId')::uuid and p.source_key = r.cells[2]
            join organisation o on o.id = case
              when r.cells[3] like '%:%' then (select n.id from organisation n where n.register_id = r.cells[3])
              else r.cells[3]::uuid end
            left join participation i on i.project_id = p.id and i.organisation_id = o.id and i.status <> 'WITHDRAWN'
            left join cohort c on c.participation_id = i.id and c.name = btrim(r.cells[4]::jsonb ->> 'name')
            where r.import_id = :import and r.line > :after and r.cells[1] = :kind and not r.refused
              and r.line <> all(:refused)
            order by r.line limit :most""";

    private static final String HELD = """
            select p.id from import_row k
            join project p on p.alliance_id = (k.cells[4]::jsonb ->> 'allianceId')::uuid and p.source_key = k.cells[2]
            where k.import_id = :import and k.cells[1] = 'PROJECT' and not k.refused
            order by p.id for share of p""";

    private record Row(int line, String key, String request) {}

    private record OfSchool(int line, String request, UUID project, UUID school, UUID participation, boolean formed) {}

    private final Writer writer;
    private final EntityManager entities;
    private final BundleRow rows;
    private final ImportedProjects projects;
    private final ImportedParticipations participations;
    private final ImportedCohorts cohorts;

    BundleKeeping(
            Writer writer,
            EntityManager entities,
            BundleRow rows,
            ImportedProjects projects,
            ImportedParticipations participations,
            ImportedCohorts cohorts) {
        this.writer = writer;
        this.entities = entities;
        this.rows = rows;
        this.projects = projects;
        this.participations = participations;
        this.cohorts = cohorts;
    }

    ImportTally projects(ImportBatch batch) {
        var wanted = writer.list(Row.class, PROJECTS, batch.values());
        var values = new HashMap<String, Object>(batch.values());
        values.put("keys", wanted.stream().map(Row::key).toArray(String[]::new));
        Map<String, List<NewSuccessMeasure>> measures = writer.list(Row.class, MEASURES, values).stream()
                .collect(Collectors.groupingBy(
                        Row::key,
                        Collectors.mapping(
                                row -> rows.request(row.request(), NewSuccessMeasure.class), Collectors.toList())));
        var outcome = projects.keep(wanted.stream()
                .map(row -> new ImportedProject(
                        row.line(),
                        row.key(),
                        rows.request(row.request(), NewProject.class),
                        measures.getOrDefault(row.key(), List.of())))
                .toList());
        entities.clear();
        outcome.faults().forEach(batch::refuse);
        return outcome.tally();
    }

    /** Their projects stay as they are until the transaction ends; in one order, so that two bundles never wait for each other. */
    void hold(ImportBatch all) {
        writer.list(UUID.class, HELD, Map.of("import", all.importId()));
    }

    /** @param refused lines beside those that were refused before */
    ImportTally participations(ImportBatch all, Integer[] refused) {
        return each(all, refused, BundleKind.PARTICIPATION, row -> row.participation() != null, fresh -> {
            participations.invite(fresh.stream()
                    .map(row -> rows.request(
                            row.request(),
                            NewParticipation.class,
                            "projectId",
                            row.project(),
                            "organisationId",
                            row.school()))
                    .toList());
            return fresh.size();
        });
    }

    /** @param refused lines beside those that were refused before */
    ImportTally cohorts(ImportBatch all, Integer[] refused) {
        return each(all, refused, BundleKind.COHORT, OfSchool::formed, fresh -> {
            cohorts.form(fresh.stream()
                    .map(row -> rows.request(row.request(), NewCohort.class, "participationId", row.participation()))
                    .toList());
            return fresh.size();
        });
    }

    /** In portions, so that no bundle is ever whole in memory. */
    private ImportTally each(
            ImportBatch all,
            Integer[] refused,
            BundleKind kind,
            Function<OfSchool, Boolean> there,
            Function<List<OfSchool>, Integer> keep) {
        var tally = ImportTally.NONE;
        int after = 0;
        for (var portion = portion(all, refused, kind, after);
                !portion.isEmpty();
                portion = portion(all, refused, kind, after)) {
            after = portion.getLast().line();
            var fresh = portion.stream().filter(row -> !there.apply(row)).toList();
            int kept = keep.apply(fresh);
            entities.clear();
            tally = tally.plus(new ImportTally(kept, 0, portion.size() - kept));
        }
        return tally;
    }

    private List<OfSchool> portion(ImportBatch all, Integer[] refused, BundleKind kind, int after) {
        return writer.list(
                OfSchool.class,
                OF_SCHOOLS,
                Map.of(
                        "import",
                        all.importId(),
                        "kind",
                        kind.name(),
                        "after",
                        after,
                        "refused",
                        refused,
                        "most",
                        MOST));
    }
}
