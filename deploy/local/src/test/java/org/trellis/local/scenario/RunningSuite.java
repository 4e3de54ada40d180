package org.trellis.local.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.trellis.embedded.Folders;
import org.trellis.local.Ports;
import org.trellis.local.Suite;
import org.trellis.local.sample.Api;

/** Starts the whole suite, Keycloak included, once for all tests that ask for it, and stops it after the last one. */
final class RunningSuite implements ParameterResolver {

    private record Running(Suite suite, Api api, List<String> failures) implements AutoCloseable {
        static Running start() {
            List<String> failures = new CopyOnWriteArrayList<>();
            Suite suite = Suite.start(
                    Folders.temporary(Path.of("target"), "scenario"), Ports.free(), System.out::println, failures::add);
            return new Running(suite, new Api(suite.front(), suite.issuer()), failures);
        }

        @Override
        public void close() {
            api.close();
            suite.close();
            if (!failures.isEmpty()) {
                throw new AssertionError(failures);
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return List.of(Suite.class, Api.class).contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running = context.getRoot()
                .getStore(Namespace.create(RunningSuite.class))
                .computeIfAbsent(Running.class, _ -> Running.start(), Running.class);
        return parameter.getParameter().getType() == Suite.class ? running.suite() : running.api();
    }
}
