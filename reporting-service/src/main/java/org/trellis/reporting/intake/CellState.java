package org.trellis.reporting.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.trellis.inbox.Received;
import org.trellis.inbox.Undecodable;
import org.trellis.reporting.statistics.Moments;

/**
 * What a cell's record must hold. Checked before it is kept: a broken one found later would hold up whatever event
 * happened to touch it.
 */
record CellState(
        UUID projectId,
        UUID cycleId,
        UUID cohortId,
        UUID organisationId,
        UUID measureId,
        String from,
        String to,
        String subgroup,
        Long n,
        Moments moments,
        CrossedCounts threshold,
        Steps categories,
        Answers unpaired) {

    CellState {
        Objects.requireNonNull(projectId, "projectId");
        Objects.requireNonNull(cycleId, "cycleId");
        Objects.requireNonNull(cohortId, "cohortId");
        Objects.requireNonNull(organisationId, "organisationId");
        Objects.requireNonNull(measureId, "measureId");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(subgroup, "subgroup");
        if (threshold != null) {
            threshold.shares();
        }
    }

    /** @throws Undecodable naming what is wrong with it */
    static void check(Received cell, ObjectMapper json) {
        if (cell.state() == null) {
            return;
        }
        try {
            json.readerFor(CellState.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(cell.state());
        } catch (JsonProcessingException e) {
            throw new Undecodable("not a cell: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new Undecodable("not a cell", e);
        }
    }
}
