package org.trellis.project.power;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.trellis.openapi.Description;

/** What a study could show at all, from figures that are given; nothing is kept. */
@Path("/v1/detectable-effects")
@RunOnVirtualThread
class DetectableEffectResource {
    @POST
    @Authenticated
    @Extension(name = Description.COMPUTES, value = "true")
    @Operation(summary = "Compute the smallest effect that a study would probably show")
    public DetectableEffect effect(Figures body) {
        return DetectableEffect.of(body);
    }
}
