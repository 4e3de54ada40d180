package org.trellis.reporting.calculation;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.trellis.openapi.Description;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;

/** The statistics for anyone with a token; nothing is kept. */
@Path("/v1/calculations")
@RunOnVirtualThread
class CalculationResource {
    @POST
    @Path("/effect-sizes")
    @Authenticated
    @Extension(name = Description.COMPUTES, value = "true")
    @Operation(summary = "Compute an effect size from published figures")
    public EffectSizeAnswer effectSize(EffectSizeRequest body) {
        return answered(() -> EffectSizeCalculation.answer(body));
    }

    @POST
    @Path("/pooled-effects")
    @Authenticated
    @Extension(name = Description.COMPUTES, value = "true")
    @Operation(summary = "Pool effects by the model asked for")
    public PooledEffectsAnswer pooledEffects(PooledEffectsRequest body) {
        return answered(() -> PooledEffectsCalculation.answer(body));
    }

    private static <T> T answered(Supplier<T> calculation) {
        try {
            return calculation.get();
        } catch (InvalidCalculation e) {
            throw Problems.invalid(e.faults().stream()
                    .map(fault -> Violation.body(fault.path(), fault.message()))
                    .toList());
        }
    }
}
