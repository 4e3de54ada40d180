package org.trellis.project.project;

import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An intervention that a project tries out. @param edition the one that held when it was chosen */
@Embeddable
record UsedIntervention(UUID interventionId, int edition) {

    /** What was chosen before stays in the edition in which it was chosen. @param editions today's */
    static List<UsedIntervention> chosen(List<UUID> ids, List<UsedIntervention> before, Map<UUID, Integer> editions) {
        return ids.stream()
                .map(id -> before.stream()
                        .filter(used -> used.interventionId.equals(id))
                        .findFirst()
                        .orElseGet(() -> new UsedIntervention(id, editions.get(id))))
                .toList();
    }
}
