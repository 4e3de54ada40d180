package org.trellis.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A service whose consumers wait answers from an old picture: it says that it is not ready. */
@Readiness
@ApplicationScoped
class ConsumersReady implements HealthCheck {
    private final Inbox inbox;

    ConsumersReady(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public HealthCheckResponse call() {
        var waiting = inbox.waiting();
        var answer = HealthCheckResponse.named("consumers").status(waiting.isEmpty());
        return (waiting.isEmpty() ? answer : answer.withData("waiting", String.join(", ", waiting))).build();
    }
}
