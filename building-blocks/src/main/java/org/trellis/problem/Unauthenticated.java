package org.trellis.problem;

import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * 401 as a problem, with the challenge that tells how to sign in; for a page in a browser the challenge is the way to
 * the identity provider. The problem library's own mappers read a field that this Quarkus no longer has.
 */
class Unauthenticated {
    private static final int BEFORE_THE_LIBRARY = 1000;

    private final CurrentVertxRequest current;
    private final ProblemFields fields;

    Unauthenticated(CurrentVertxRequest current, ProblemFields fields) {
        this.current = current;
        this.fields = fields;
    }

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = BEFORE_THE_LIBRARY)
    public Uni<Response> withoutToken(UnauthorizedException e) {
        return challenge(e);
    }

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = BEFORE_THE_LIBRARY)
    public Uni<Response> withATokenThatDoesNotHold(AuthenticationFailedException e) {
        return challenge(e);
    }

    private Uni<Response> challenge(SecurityException cause) {
        var routing = current.getCurrent();
        HttpAuthenticator authenticator = routing.get(HttpAuthenticator.class.getName());
        return authenticator
                .getChallenge(routing)
                .onItem()
                .ifNull()
                .continueWith(new ChallengeData(401))
                .map(challenge -> answer(
                        challenge, ProblemContext.of(cause, routing.request().path())));
    }

    private Response answer(ChallengeData challenge, ProblemContext context) {
        var answer = challenge.status == 401
                ? Response.fromResponse(
                        fields.apply(Problems.unauthenticated(), context).toResponse())
                : Response.status(challenge.status);
        challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
        return answer.build();
    }
}
