package org.trellis.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a service needs around it in a Quarkus test, given to it as its configuration: {@code @WithTestResource(value =
 * SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "alliance"))}. The servers are started once a
 * JVM and serve until it ends. Fields of type {@link Postgres}, {@link Kafka}, {@link Issuer} and {@link Database} in
 * a test class are filled in.
 */
public final class SuiteResource implements QuarkusTestResourceLifecycleManager {
    private String service;

    public static Postgres postgres() {
        return ThePostgres.STARTED;
    }

    public static Kafka kafka() {
        return TheKafka.STARTED;
    }

    public static Issuer issuer() {
        return TheIssuer.STARTED;
    }

    @Override
    public void init(Map<String, String> arguments) {
        service = Objects.requireNonNull(arguments.get("service"), "The argument 'service' names the database");
    }

    @Override
    public Map<String, String> start() {
        var broker = CompletableFuture.supplyAsync(SuiteResource::kafka);
        Database database = postgres().database(service);
        Map<String, String> configuration = new HashMap<>(database.settings());
        configuration.put("kafka.bootstrap.servers", broker.join().bootstrapServers());
        configuration.put("quarkus.oidc.auth-server-url", issuer().url());
        configuration.put("quarkus.oidc.token.issuer", issuer().url());
        return configuration;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(postgres(), new TestInjector.MatchesType(Postgres.class));
        injector.injectIntoFields(kafka(), new TestInjector.MatchesType(Kafka.class));
        injector.injectIntoFields(issuer(), new TestInjector.MatchesType(Issuer.class));
        injector.injectIntoFields(postgres().database(service), new TestInjector.MatchesType(Database.class));
    }

    /** The servers stay for the next application of this JVM and end with it. */
    @Override
    public void stop() {}

    /** Quarkus gives every application a class loader of its own; the system properties are what they share. */
    private static <T> T shared(
            String name, Supplier<T> start, Function<T, String> coordinates, Function<String, T> attach) {
        String property = "org.trellis.embedded." + name;
        String running = System.getProperty(property);
        if (running != null) {
            return attach.apply(running);
        }
        T started = start.get();
        System.setProperty(property, coordinates.apply(started));
        return started;
    }

    private static final class ThePostgres {
        static final Postgres STARTED = shared("postgres", Postgres::start, Postgres::coordinates, Postgres::attach);
    }

    private static final class TheKafka {
        static final Kafka STARTED = shared("kafka", Kafka::start, Kafka::coordinates, Kafka::attach);
    }

    private static final class TheIssuer {
        static final Issuer STARTED = shared("issuer", Issuer::start, Issuer::coordinates, Issuer::attach);
    }
}
