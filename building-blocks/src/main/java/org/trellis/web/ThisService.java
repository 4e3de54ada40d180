package org.trellis.web;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.trellis.problem.Problems;

/**
 * What every service has stands at a path with the service's own name in it, so that one host fronts all of them: the
 * resources are here, at {@code /v1/{service}-…}, and answer for their own service alone.
 */
@Singleton
public class ThisService {
    private final String name;

    ThisService(@ConfigProperty(name = "trellis.outbox.service") String name) {
        this.name = name;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 for another's name */
    public void require(String service) {
        if (!name.equals(service)) {
            throw Problems.notFound();
        }
    }
}
