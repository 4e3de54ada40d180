package org.trellis.reporting.calculation;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.trellis.openapi.Description;
import org.trellis.reporting.statistics.pooling.ComparedGroups;
import org.trellis.reporting.statistics.pooling.RegressedEffects;

/** The statistics for anyone with a token; nothing is kept. */
@Path("/v1/calculations")
@RunOnVirtualThread
class CalculationResource {
    private final Computing computing;

    CalculationResource(Computing computing) {
        this.computing = computing;
    }

    @POST
    @Path("/effect-sizes")
    @Authenticated
    @Extension(name = Description.COMPUTES, value = "true")
    @Operation(summary = "Compute an effect size from published figures")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EffectSizeRequest.class),
                            examples = {
                                @ExampleObject(name = "gain against gain", value = CalculationExamples.GAINS),
                                @ExampleObject(name = "no baseline", value = CalculationExamples.POST),
                                @ExampleObject(name = "whole schools in one arm", value = CalculationExamples.SCHOOLS),
                                @ExampleObject(name = "months a month", value = CalculationExamples.RATE),
                                @ExampleObject(name = "shares of two groups", value = CalculationExamples.SHARES),
                                @ExampleObject(name = "the same people twice", value = CalculationExamples.PAIRED),
                                @ExampleObject(name = "answers on a scale", value = CalculationExamples.ANSWERS)
                            }))
    public EffectSizeAnswer effectSize(EffectSizeRequest body) {
        return computing.answered(() -> EffectSizeCalculation.answer(body));
    }

    @POST
    @Path("/pooled-effects")
    @Authenticated
    @Extension(name = Description.COMPUTES, value = "true")
    @Operation(summary = "Pool effects by the model asked for")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PooledEffectsRequest.class),
                            examples = @ExampleObject(name = "three schools", value = CalculationExamples.POOLED)))
    public PooledEffectsAnswer pooledEffects(PooledEffectsRequest body) {
        return computing.answered(() -> PooledEffectsCalculation.answer(body));
    }

    @POST
    @Path("/subgroup-comparisons")
    @Authenticated
    @Extension(name = Description.COMPUTES, value = "true")
    @Operation(summary = "Compare groups of effects, with a common variance between effects and Q between groups")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubgroupComparisonRequest.class),
                            examples = @ExampleObject(name = "two phases", value = CalculationExamples.GROUPS)))
    public ComparedGroups subgroupComparison(SubgroupComparisonRequest body) {
        return computing.answered(() -> SubgroupComparisonCalculation.answer(body));
    }

    @POST
    @Path("/meta-regressions")
    @Authenticated
    @Extension(name = Description.COMPUTES, value = "true")
    @Operation(summary = "Explain effects by what differs between them")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MetaRegressionRequest.class),
                            examples = @ExampleObject(name = "by maturity", value = CalculationExamples.REGRESSED)))
    public RegressedEffects metaRegression(MetaRegressionRequest body) {
        return computing.answered(() -> MetaRegressionCalculation.answer(body));
    }
}
