package org.trellis.alliance;

import org.trellis.testing.ServiceArchitecture;

class ArchitectureTest extends ServiceArchitecture {
    ArchitectureTest() {
        super("org.trellis.alliance");
    }
}
