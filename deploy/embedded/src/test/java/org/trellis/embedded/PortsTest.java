package org.trellis.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {
    /** The system chooses at random among some ten thousand, so that it would repeat itself here. */
    @Test
    void givesNoPortTwice() {
        assertEquals(1000, Stream.generate(Ports::free).limit(1000).distinct().count());
    }
}
