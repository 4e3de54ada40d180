package org.trellis.alliance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trellis.testing.EventContract;

class EventContractTest {
    @Test
    void sendsEventsAsTheirSchemasSay() throws IOException {
        assertEquals(List.of(), EventContract.broken(Path.of("contract/events"), "org.trellis.alliance"));
    }
}
