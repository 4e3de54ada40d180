package org.trellis.embedded;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class WatchdogTest {

    /** Run as a process of its own, to be killed. */
    static final class Victim {
        public static void main(String[] args) throws IOException {
            Postgres postgres = Postgres.start();
            System.out.println(postgres.process().pid());
            System.out.println(postgres.data().getParent());
            System.in.read();
        }
    }

    @Test
    void childrenAndTemporaryDataEndWithAKilledParent() throws Exception {
        Process parent = victim();
        ProcessHandle server;
        Path data;
        try (BufferedReader output = parent.inputReader()) {
            server = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
            data = Path.of(output.readLine());
            assertTrue(Files.isDirectory(data));
            parent.destroyForcibly();
        }
        server.onExit().get(20, TimeUnit.SECONDS);
        awaitGone(data);
    }

    @Test
    void childrenAndTemporaryDataEndWithAParentThatEnds() throws Exception {
        Process parent = victim();
        try (BufferedReader output = parent.inputReader()) {
            var server = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
            Path data = Path.of(output.readLine());
            parent.destroy();
            assertTrue(parent.waitFor(20, TimeUnit.SECONDS));
            assertFalse(server.isAlive(), "stopped before the parent ends");
            awaitGone(data);
        }
    }

    private static Process victim() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Victim.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void awaitGone(Path folder) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (Files.exists(folder) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertFalse(Files.exists(folder));
    }
}
