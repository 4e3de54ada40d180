package org.trellis.alliance;

import java.util.Set;
import org.trellis.testing.ServiceArchitecture;

class ArchitectureTest extends ServiceArchitecture {
    ArchitectureTest() {
        super("org.trellis.alliance", "org.trellis.calendar");
    }

    @Override
    protected Set<String> internal() {
        return Set.of("Place", "Duty");
    }
}
