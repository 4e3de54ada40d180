package org.trellis.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
    @TempDir
    private Path folder;

    private final Routes routes = new Routes();

    @BeforeEach
    void readContracts() throws IOException {
        routes.add(Service.ALLIANCE, contract("/v1/alliances", "/v1/alliances/{id}", "/v1/organisations/{id}"));
        routes.add(Service.PROJECT, contract("/v1/projects", "/v1/projects/{id}/participations"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/projects",
                "/v1/projects?limit=2&q=a/../b;c",
                "/v1/projects/0199/participations",
                "/v1/projects/"
            })
    void leadsToTheServiceWhoseContractHasThePath(String uri) {
        assertEquals(Optional.of(new Routes.Route(Service.PROJECT, uri)), routes.find(uri));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/organisations/urn:900001", "/v1/organisations/urn%3A900001"})
    void takesRegisterIdsAsTheyCome(String uri) {
        assertEquals(Optional.of(new Routes.Route(Service.ALLIANCE, uri)), routes.find(uri));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/projects;x",
                "/v1/projects;x/0199",
                "/v1/projects/0199;x",
                "/v1/%2e%2e/projects",
                "/v1/%2E./projects",
                "/v1/../v1/projects",
                "/v1/./projects",
                "/v1/projects/..",
                "//v1/projects",
                "/v1//projects",
                "/v1/projects//0199",
                "/v1%2fprojects",
                "/v1/projects%2F0199",
                "/v1/projects%5c0199",
                "/v1/projects%3bx",
                "/v1/projects%00",
                "/v1/projects%0",
                "/v1/project%73",
                "/v1/projects\\0199",
                "/V1/projects",
                "/v1/Projects",
                "/v1/projectsx",
                "/v1/project",
                "/v1/",
                "/v1",
                "",
                "*",
                "v1/projects",
                "http://localhost/v1/projects",
                "/q/health",
                "/openapi",
                "/openapi/none",
                "/openapi/project/more"
            })
    void leadsNowhereOtherwise(String uri) {
        assertEquals(Optional.empty(), routes.find(uri));
    }

    @Test
    void showsEachServicesDescription() {
        assertEquals(
                Optional.of(new Routes.Route(Service.EVIDENCE, "/openapi?format=json")),
                routes.find("/openapi/evidence?format=json"));
    }

    @Test
    void refusesTwoOwnersOfOneCollection() throws IOException {
        Path contract = contract("/v1/projects/{id}/impact");
        assertThrows(IllegalStateException.class, () -> routes.add(Service.REPORTING, contract));
    }

    private Path contract(String... paths) throws IOException {
        StringBuilder yaml = new StringBuilder("openapi: 3.1.0\npaths:\n");
        for (String path : paths) {
            yaml.append("  ").append(path).append(":\n    get: {}\n");
        }
        return Files.writeString(Files.createTempFile(folder, "openapi", ".yaml"), yaml);
    }
}
