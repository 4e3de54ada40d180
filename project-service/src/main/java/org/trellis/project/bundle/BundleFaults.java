package org.trellis.project.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.trellis.identity.Reader;
import org.trellis.identity.Writer;
import org.trellis.imports.ImportBatch;
import org.trellis.imports.ImportFault;

/** What of a bundle cannot be kept, seen only when all rows are there: first of projects, then of what hangs on them. */
@ApplicationScoped
class BundleFaults {
    private static final String ROWS = """
        with row as (
          select line, cells[1] as kind, cells[2] as project, cells[3] as school, cells[4]::jsonb as request
          from import_row where import_id = :import and line between :first and :last and not refused
            and line <> all(:refused)),
        named as (
          select r.*, o.id as organisation_id from row r
          left join organisation o on o.kind = 'SCHOOL' and not o.gone and o.id = case
            when r.school like '%:%' then (select n.id from organisation n where n.register_id = r.school)
            else r.school::uuid end)
        """;

    private static final String OF_PROJECTS = ROWS + """
            select line, 'project' as "column", 'twice' as code, project as subject, 'is in the file before' as message
            from (select line, project, row_number() over (partition by project order by line) as n
                  from row where kind = 'PROJECT') p where n > 1
            union all
            select line, 'alliance', 'unknown-alliance', request ->> 'allianceId', 'is not known here'
            from row where kind = 'PROJECT' and not exists (
              select from alliance a where a.id = (request ->> 'allianceId')::uuid and not a.gone)
            union all
            select line, 'alliance', 'not-permitted', request ->> 'allianceId', 'takes somebody who may draft projects there'
            from row where kind = 'PROJECT' and (request ->> 'allianceId')::uuid = any(:closed)
            union all
            select line, 'priorities', 'unknown-priority', p.id, 'is no priority of that alliance that is known here'
            from row, jsonb_array_elements_text(request -> 'priorityIds') p (id)
            where kind = 'PROJECT' and not exists (
              select from priority q where q.id = p.id::uuid and not q.gone
                and q.alliance_id = (request ->> 'allianceId')::uuid)""";

    private static final String OF_CHILDREN = ROWS + """
            select line, 'project' as "column", 'unknown-project' as code, project as subject,
              'is no project of this file that can be kept' as message
            from row r where kind <> 'PROJECT' and not exists (
              select from row p where p.kind = 'PROJECT' and p.project = r.project)
            union all
            select line, 'measure', 'unknown-measure', request ->> 'measureId', 'is not known here'
            from row where kind = 'MEASURE' and not exists (
              select from measure m where m.id = (request ->> 'measureId')::uuid and not m.gone)
            union all
            select line, 'measure', 'twice', '', 'is in the file before, for that project'
            from (select line, row_number() over (partition by project, request ->> 'measureId' order by line) as n
                  from row where kind = 'MEASURE') m where n > 1
            union all
            select line, 'primary', 'one-primary-measure', '', 'is said of another measure of that project before'
            from (select line, row_number() over (partition by project order by line) as n
                  from row where kind = 'MEASURE' and (request ->> 'primary')::boolean) m where n > 1
            union all
            select line, 'organisation', 'unknown-organisation', school, 'is no school that is known here'
            from named where kind in ('PARTICIPATION', 'COHORT') and organisation_id is null
            union all
            select line, 'organisation', 'twice', '', 'is in the file before, for that project'
            from (select line, row_number() over (partition by project, organisation_id order by line) as n
                  from named where kind = 'PARTICIPATION' and organisation_id is not null) i where n > 1""";

    private static final String OF_COHORTS = ROWS + """
            select line, 'organisation' as "column", 'school-not-in-project' as code, school as subject,
              'is in that project by no row of this file that can be kept' as message
            from named c where kind = 'COHORT' and not exists (
              select from named i
              where i.kind = 'PARTICIPATION' and i.project = c.project and i.organisation_id = c.organisation_id)
            union all
            select line, 'name', 'twice', '', 'is in the file before, for that school and project'
            from (select line, row_number() over
                    (partition by project, organisation_id, btrim(request ->> 'name') order by line) as n
                  from named where kind = 'COHORT') c where n > 1""";

    /** What became of projects that are there, and of schools' parts in them; a school that left is not asked again by a file. */
    private static final String OF_LIVES = ROWS + """
            , living as (
              select n.*, p.id as project_id, p.state, p.delivering_since is not null and p.plan is not null as frozen
              from named n join row k on k.kind = 'PROJECT' and k.project = n.project
                join project p on p.alliance_id = (k.request ->> 'allianceId')::uuid and p.source_key = n.project
              where n.kind in ('PARTICIPATION', 'COHORT'))
            select line, 'project' as "column", 'project-is-over' as code, project as subject,
              'is over, and takes no schools or cohorts' as message
            from living where state in ('CLOSED', 'WITHDRAWN')
            union all
            select line, 'organisation', 'participation-is-over', school, 'has left that project, or is done with it'
            from living l
            where exists (select from participation i
                          where i.project_id = l.project_id and i.organisation_id = l.organisation_id)
              and not exists (select from participation i
                              where i.project_id = l.project_id and i.organisation_id = l.organisation_id
                                and i.status <> 'WITHDRAWN' and (l.kind = 'PARTICIPATION' or i.status <> 'COMPLETED'))
            union all
            select line, 'project', 'deviation-needs-a-reason', project,
              'has a frozen plan, and takes cohorts one by one with their reason'
            from living l where kind = 'COHORT' and frozen and not exists (
              select from participation i join cohort f on f.participation_id = i.id
              where i.project_id = l.project_id and i.organisation_id = l.organisation_id and i.status <> 'WITHDRAWN'
                and f.name = btrim(l.request ->> 'name'))""";

    private static final String ALLIANCES = ROWS + """
            select distinct (request ->> 'allianceId')::uuid from row where kind = 'PROJECT'""";

    private record Held(UUID id, boolean open) {}

    private final Writer writer;
    private final Reader reader;

    BundleFaults(Writer writer, Reader reader) {
        this.writer = writer;
        this.reader = reader;
    }

    List<ImportFault> of(ImportBatch all) {
        var faults = new ArrayList<ImportFault>();
        faults.addAll(found(OF_PROJECTS, all, faults, closed(all)));
        faults.addAll(found(OF_CHILDREN, all, faults, new UUID[0]));
        faults.addAll(found(OF_COHORTS, all, faults, new UUID[0]));
        faults.addAll(ofLives(all, faults));
        return faults;
    }

    /** Those that have come about since, seen by who holds the projects. @param before that are known */
    List<ImportFault> ofLives(ImportBatch all, List<ImportFault> before) {
        return found(OF_LIVES, all, before, new UUID[0]);
    }

    private List<ImportFault> found(String sql, ImportBatch all, List<ImportFault> before, UUID[] closed) {
        var values = values(all, before);
        values.put("closed", closed);
        return writer.list(ImportFault.class, sql, values);
    }

    private static Map<String, Object> values(ImportBatch all, List<ImportFault> before) {
        var values = new HashMap<String, Object>(all.values());
        values.put("refused", before.stream().map(ImportFault::line).distinct().toArray(Integer[]::new));
        return values;
    }

    /** Those alliances of the bundle at which the uploader may draft nothing today. */
    UUID[] closed(ImportBatch all) {
        var alliances =
                writer.list(UUID.class, ALLIANCES, values(all, List.of())).toArray(UUID[]::new);
        var open = reader
                .list(
                        Held.class,
                        "select id, actor_alliance_roles(id) && array['ALLIANCE_LEAD', 'RD_LEAD'] as open from alliance"
                                + " where id = any(:ids)",
                        Map.of("ids", alliances))
                .stream()
                .filter(Held::open)
                .map(Held::id)
                .collect(Collectors.toSet());
        return Arrays.stream(alliances).filter(id -> !open.contains(id)).toArray(UUID[]::new);
    }
}
