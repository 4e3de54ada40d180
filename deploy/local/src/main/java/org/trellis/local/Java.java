package org.trellis.local;

import java.nio.file.Path;

/** The Java that runs this, for those it starts. */
final class Java {
    private Java() {}

    static String program() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
