package org.trellis.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuiteResourceTest {

    @Test
    void givesAServiceAllItConnectsTo() {
        SuiteResource resource = new SuiteResource();
        resource.init(Map.of("service", "alliance"));
        Map<String, String> configuration = resource.start();
        assertEquals(
                Set.of(
                        "quarkus.datasource.jdbc.url",
                        "quarkus.datasource.username",
                        "quarkus.datasource.password",
                        "quarkus.datasource.reader.jdbc.url",
                        "quarkus.datasource.reader.username",
                        "quarkus.datasource.reader.password",
                        "quarkus.flyway.jdbc-url",
                        "quarkus.flyway.username",
                        "quarkus.flyway.password",
                        "kafka.bootstrap.servers",
                        "quarkus.oidc.auth-server-url",
                        "quarkus.oidc.token.issuer"),
                configuration.keySet());
        assertEquals("alliance_writer", configuration.get("quarkus.datasource.username"));
        assertEquals("alliance_reader", configuration.get("quarkus.datasource.reader.username"));
        assertEquals("alliance_owner", configuration.get("quarkus.flyway.username"));
        resource.stop();
        Postgres serving = SuiteResource.postgres();
        assertEquals(configuration, resource.start(), "the same servers for the next application");
        assertSame(serving, SuiteResource.postgres());
    }

    @Test
    void refusesToGuessTheService() {
        assertThrows(NullPointerException.class, () -> new SuiteResource().init(Map.of()));
    }
}
