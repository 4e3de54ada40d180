package org.trellis.project.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.trellis.identity.Writer;
import org.trellis.problem.Problems;

/** What this service has heard of from the others. */
@ApplicationScoped
public class Directory {
    private record Edition(UUID id, int edition) {}

    private final Writer writer;

    Directory(Writer writer) {
        this.writer = writer;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 reference-pending where it is not known here */
    public void requireAlliance(UUID id, String path) {
        require("alliance", id, path);
    }

    public void requireOrganisation(UUID id, String path) {
        require("organisation", id, path);
    }

    public void requirePerson(UUID id, String path) {
        require("person", id, path);
    }

    public void requireMeasure(UUID id, String path) {
        require("measure", id, path);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 reference-pending where one is not known here */
    public void requireAlliances(Collection<UUID> ids, String path) {
        int at = 0;
        for (var id : ids) {
            requireAlliance(id, path + "[" + at++ + "]");
        }
    }

    /**
     * Holds where all are priorities of one of these alliances.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 reference-pending naming those that are not, or not yet
     */
    public void requirePriorities(List<UUID> ids, Collection<UUID> alliances, String path) {
        var found = writer.list(
                UUID.class,
                "select id from priority where id = any(:ids) and alliance_id = any(:alliances) and not gone",
                Map.of("ids", ids.toArray(UUID[]::new), "alliances", alliances.toArray(UUID[]::new)));
        requireAll(ids, found, path);
    }

    public void requireIntervention(UUID id, String path) {
        if (found(List.of(id)).isEmpty()) {
            throw Problems.referencePending(path);
        }
    }

    /**
     * Today's editions of interventions; none for none.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 reference-pending naming those that are not there
     */
    public Map<UUID, Integer> editions(List<UUID> ids, String path) {
        var asked = ids == null ? List.<UUID>of() : ids;
        var editions = found(asked);
        requireAll(asked, editions.keySet(), path);
        return editions;
    }

    private static void requireAll(List<UUID> asked, Collection<UUID> found, String path) {
        var pending = IntStream.range(0, asked.size())
                .filter(i -> !found.contains(asked.get(i)))
                .mapToObj(i -> Problems.pending(path + "[" + i + "]"))
                .toList();
        if (!pending.isEmpty()) {
            throw Problems.referencePending(pending);
        }
    }

    private Map<UUID, Integer> found(List<UUID> interventions) {
        return writer
                .list(
                        Edition.class,
                        "select id, edition from intervention where id = any(:ids)",
                        Map.of("ids", interventions.toArray(UUID[]::new)))
                .stream()
                .collect(Collectors.toMap(Edition::id, Edition::edition));
    }

    /** Whether somebody is head of a school on a day, under whatever name. */
    public boolean heads(UUID person, UUID school, LocalDate on) {
        return writer.one(Boolean.class, """
                select exists (select from post where person_id = :person and organisation_id = :school
                  and role = any(headships()) and current_on(:on, starts_on, ends_on))""", Map.of("person", person, "school", school, "on", on))
                .orElseThrow();
    }

    private void require(String table, UUID id, String path) {
        if (writer.one(UUID.class, "select id from " + table + " where id = :id and not gone", Map.of("id", id))
                .isEmpty()) {
            throw Problems.referencePending(path);
        }
    }
}
