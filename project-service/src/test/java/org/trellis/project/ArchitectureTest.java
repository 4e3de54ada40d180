package org.trellis.project;

import java.util.Set;
import org.trellis.testing.ServiceArchitecture;

class ArchitectureTest extends ServiceArchitecture {
    ArchitectureTest() {
        super("org.trellis.project");
    }

    @Override
    protected Set<String> internal() {
        return Set.of("Role", "BundleColumn", "Watch");
    }
}
