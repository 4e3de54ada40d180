package org.trellis.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteRefusalsTest {
    @TempDir
    private Path folder;

    @Test
    void saysWhichPortIsInUseAndHowToChooseAnother() throws IOException {
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress("127.0.0.1", 0));
            Ports ports = Ports.of(Map.of("TRELLIS_EVIDENCE_PORT", Integer.toString(taken.getLocalPort())));
            String line = assertThrows(Trouble.class, ports::requireFree).getMessage();
            assertTrue(line.contains("Port " + taken.getLocalPort() + " is in use"), line);
            assertTrue(line.contains("TRELLIS_EVIDENCE_PORT"), line);
        }
    }

    @Test
    void listensWhereItAlwaysDoesUnlessToldOtherwise() {
        Ports usual = Ports.of(Map.of());
        assertEquals(8080, usual.front());
        assertEquals(8084, usual.of(Service.REPORTING));
        assertEquals(15433, Ports.of(Map.of("TRELLIS_POSTGRES_PORT", "15433")).postgres());
    }

    @Test
    void refusesAPortThatIsNone() {
        for (String port : new String[] {"http", "0", "65536", "-1"}) {
            assertThrows(Trouble.class, () -> Ports.of(Map.of("TRELLIS_FRONT_PORT", port)), port);
        }
    }

    @Test
    void neverSharesOrWipesAFolderInUse() throws IOException {
        try (var other = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = other.lock()) {
            assertTrue(held.isValid());
            assertThrows(Trouble.class, () -> Suite.wipe(folder));
            assertTrue(Files.exists(folder));
        }
    }

    @Test
    void keepsSecretsFromOthers() throws IOException {
        Path file = folder.resolve("secrets.properties");
        String secret = new Secrets(file).of("alliance_writer");
        assertEquals(secret, new Secrets(file).of("alliance_writer"));
        assertTrue(secret.length() >= 32);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
}
