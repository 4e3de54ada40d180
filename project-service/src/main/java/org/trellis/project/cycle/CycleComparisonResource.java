package org.trellis.project.cycle;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/v1/projects/{id}/cycle-comparison")
@RunOnVirtualThread
class CycleComparisonResource {
    private final CyclesSideBySide cycles;

    CycleComparisonResource(CyclesSideBySide cycles) {
        this.cycles = cycles;
    }

    @GET
    @Authenticated
    @Operation(summary = "Compare a project's cycles: schools, fidelity, what was learned and decided")
    public List<CycleComparison> of(UUID id) {
        return cycles.of(id);
    }
}
