package org.trellis.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A server of ours as a child process. It does not hear the terminal's Ctrl-C (this JVM decides the order), its output
 * goes to a file, and it ends when this JVM ends: in reverse order of start by a shutdown hook, or by the
 * {@link Watchdog} where no hook runs.
 */
public final class Child {
    private static final List<Child> RUNNING = Collections.synchronizedList(new ArrayList<>());
    private static final boolean HAS_SETSID = Stream.of(
                    System.getenv().getOrDefault("PATH", "/usr/bin").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "setsid")));

    /** Registered with the first child: who has none may look at this class even while the JVM ends. */
    private static final class StopAtExit {
        static {
            Runtime.getRuntime().addShutdownHook(new Thread(Child::stopAll, "stop-children"));
        }

        static void ensure() {
            // the class is initialised by now
        }
    }

    private final String name;
    private final String signal;
    private final Path log;
    private final ProcessHandle process;
    private final CompletableFuture<Integer> exit;
    private volatile boolean asked;

    private Child(String name, String signal, Path log, ProcessHandle process, CompletableFuture<Integer> exit) {
        this.name = name;
        this.signal = signal;
        this.log = log;
        this.process = process;
        this.exit = exit;
    }

    /** Starts a command whose orderly end is asked for by SIGTERM. */
    public static Child start(String name, Path log, List<String> command, Map<String, String> environment) {
        return start(name, "TERM", log, command, environment);
    }

    static Child start(String name, String signal, Path log, List<String> command, Map<String, String> environment) {
        StopAtExit.ensure();
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(detached(command));
            builder.environment().putAll(environment);
            builder.redirectErrorStream(true);
            builder.redirectInput(
                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            return watched(name, signal, log, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started: " + e.getMessage(), e);
        }
    }

    private static Child watched(String name, String signal, Path log, Process process) {
        Watchdog.started(signal, process.pid());
        CompletableFuture<Integer> exit = process.onExit().thenApply(ended -> {
            Watchdog.ended(signal, ended.pid());
            RUNNING.removeIf(child -> child.pid() == ended.pid());
            return ended.exitValue();
        });
        Child child = new Child(name, signal, log, process.toHandle(), exit);
        RUNNING.add(child);
        return child;
    }

    /** One that another class loader of this JVM has started and watches; its exit code is not known here. */
    static Child running(String name, String signal, Path log, long pid) {
        ProcessHandle process = ProcessHandle.of(pid)
                .orElseThrow(() -> new IllegalStateException(name + " does not run any more, see " + log));
        return new Child(name, signal, log, process, process.onExit().thenApply(ended -> -1));
    }

    static List<String> detached(List<String> command) {
        List<String> whole = new ArrayList<>(
                HAS_SETSID ? List.of("setsid") : List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        whole.addAll(command);
        return whole;
    }

    /** Whether there is any that must still be stopped. */
    public static boolean anyRunning() {
        return !RUNNING.isEmpty();
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public Path log() {
        return log;
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Whether we ended it ourselves. */
    public boolean askedToEnd() {
        return asked;
    }

    /** Completes with the exit code, also after {@link #stop} and {@link #kill}. */
    public CompletableFuture<Integer> exit() {
        return exit.copy();
    }

    /** Asks it to end, waits, and kills it where it does not end within 20 seconds. */
    public void stop() {
        asked = true;
        if (process.isAlive()) {
            send(signal);
            await(20);
        }
        kill();
    }

    /** SIGKILL; returns when it is gone. */
    public void kill() {
        asked = true;
        if (process.isAlive()) {
            process.destroyForcibly();
        }
        await(10);
    }

    /** The last lines of its output, for a message about its failure. */
    public String lastOutput(int lines) {
        try {
            List<String> all = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    private void send(String signalName) {
        if (signalName.equals("TERM")) {
            process.destroy();
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + signalName, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(int seconds) {
        try {
            exit.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return; // the caller goes on to the harder signal
        } catch (ExecutionException e) {
            throw new IllegalStateException(name + " ended oddly", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stopAll() {
        List<Child> children = new ArrayList<>(RUNNING);
        Collections.reverse(children);
        children.forEach(Child::stop);
    }
}
