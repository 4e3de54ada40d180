package org.trellis.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/up} as a process, where it does not come to start anything. */
class UpTest {
    private record Ended(int code, List<String> said) {}

    @TempDir
    private Path folder;

    @Test
    void saysInOneLineWhichPortIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress("127.0.0.1", 0));
            String port = Integer.toString(taken.getLocalPort());
            Ended ended = up(Map.of("TRELLIS_FRONT_PORT", port));
            assertEquals(1, ended.code(), ended::toString);
            assertEquals(1, ended.said().size(), ended::toString);
            assertTrue(ended.said().getFirst().contains("Port " + port + " is in use"), ended::toString);
        }
    }

    @Test
    void saysHowItIsCalled() throws Exception {
        Ended ended = up(Map.of(), "--samples");
        assertEquals(2, ended.code(), ended::toString);
        assertTrue(ended.said().getFirst().startsWith("Usage: deploy/up"), ended::toString);
    }

    private Ended up(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(Java.program(), "-cp", System.getProperty("java.class.path"), Up.class.getName()),
                        Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("TRELLIS_DATA", folder.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said.lines().toList());
    }
}
