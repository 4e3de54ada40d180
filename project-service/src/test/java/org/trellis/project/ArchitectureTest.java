package org.trellis.project;

import org.trellis.testing.ServiceArchitecture;

class ArchitectureTest extends ServiceArchitecture {
    ArchitectureTest() {
        super("org.trellis.project");
    }
}
