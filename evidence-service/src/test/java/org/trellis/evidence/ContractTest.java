package org.trellis.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.testing.EventContract;
import org.trellis.testing.OpenApiContract;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class ContractTest {
    @Test
    void answersAsItsDescriptionSays() throws IOException {
        var committed = OpenApiContract.committed(Path.of("contract/openapi.yaml"));

        assertEquals(OpenApiContract.running(), committed, "run the tests with -Dcontract.update=true, and look");
    }

    @Test
    void describesEveryOperationInFull() {
        assertEquals(List.of(), OpenApiContract.findings());
    }

    @Test
    void sendsEventsAsTheirSchemasSay() throws IOException {
        var broken = EventContract.broken(Path.of("contract/events"), "org.trellis.evidence");

        assertEquals(List.of(), broken);
    }
}
