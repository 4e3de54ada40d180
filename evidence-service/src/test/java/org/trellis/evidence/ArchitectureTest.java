package org.trellis.evidence;

import java.util.Set;
import org.trellis.testing.ServiceArchitecture;

class ArchitectureTest extends ServiceArchitecture {
    ArchitectureTest() {
        super("org.trellis.evidence");
    }

    @Override
    protected Set<String> internal() {
        return Set.of("Column");
    }
}
