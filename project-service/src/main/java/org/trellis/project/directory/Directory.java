package org.trellis.project.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Writer;
import org.trellis.problem.Problems;

/** What this service has heard of from the others. */
@ApplicationScoped
public class Directory {
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

    private void require(String table, UUID id, String path) {
        if (writer.one(UUID.class, "select id from " + table + " where id = :id and not gone", Map.of("id", id))
                .isEmpty()) {
            throw Problems.referencePending(path);
        }
    }
}
