package org.trellis.local;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.trellis.embedded.Child;

/** {@code deploy/up}: starts the suite, fills it where it is empty, and keeps it until it is told to end. */
public final class Up {
    private static final String USAGE = "Usage: deploy/up [--fresh] [--no-sample]\n"
            + "  --fresh      forget all data of this installation first\n"
            + "  --no-sample  do not load the sample\n"
            + "Data, secrets and logs are kept in .trellis, or where TRELLIS_DATA says.";
    private static final List<String> PEOPLE = List.of(
            "platform-admin",
            "newcomer",
            "alliance-lead",
            "rd-lead",
            "facilitator",
            "project-lead",
            "school-lead",
            "moderator",
            "trust-team",
            "la-analyst");

    private final PrintStream out = System.out;
    private final AtomicBoolean ending = new AtomicBoolean();
    private final CompletableFuture<String> trouble = new CompletableFuture<>();
    private final Path folder = Path.of(System.getenv()
            .getOrDefault("TRELLIS_DATA", Root.find().resolve(".trellis").toString()));
    private final boolean sample;

    private Up(boolean sample) {
        this.sample = sample;
    }

    public static void main(String[] arguments) {
        List<String> given = List.of(arguments);
        if (!List.of("--fresh", "--no-sample").containsAll(given)) {
            System.err.println(USAGE);
            System.exit(given.contains("--help") ? 0 : 2);
        }
        System.exit(new Up(!given.contains("--no-sample")).run(given.contains("--fresh")));
    }

    private int run(boolean fresh) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ending.set(true);
            if (Child.anyRunning()) {
                out.println("Stopping …");
            }
        }));
        try {
            if (fresh) {
                Suite.wipe(folder);
            }
            Suite suite = Suite.start(folder, Ports.of(System.getenv()), out::println, trouble::complete);
            Runtime.getRuntime().addShutdownHook(new Thread(suite::close));
            welcome(suite, sample(suite));
            throw new Trouble(awaitTrouble(suite));
        } catch (Trouble e) {
            if (!ending.get()) {
                System.err.println(e.getMessage());
            }
            return 1;
        }
    }

    /** A server may live on a full disk and refuse every write, so that is looked after as well. */
    private String awaitTrouble(Suite suite) {
        while (!suite.diskFull()) {
            try {
                return trouble.get(2, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                continue;
            } catch (InterruptedException | ExecutionException e) {
                throw new Trouble("Interrupted: " + e.getMessage(), e);
            }
        }
        return "The disk is full: there is no room left for " + folder + ".";
    }

    /** Loads the sample into what has no data yet, or goes on where an earlier start was interrupted in it. */
    private String sample(Suite suite) {
        Path pending = folder.resolve("sample.pending");
        Path look = folder.resolve("sample.link");
        try {
            if (suite.fresh() && sample) {
                Files.createFile(pending);
            }
            if (sample && Files.exists(pending)) {
                for (Sample loader : ServiceLoader.load(Sample.class)) {
                    out.println("Loading the sample …");
                    URI link = loader.load(suite.front(), suite.issuer(), out::println);
                    Files.writeString(look, link.toString());
                }
                Files.delete(pending);
            }
            return Files.exists(look) ? Files.readString(look) : null;
        } catch (IOException | RuntimeException e) {
            throw new Trouble("The sample could not be loaded: " + e.getMessage(), e);
        }
    }

    private void welcome(Suite suite, String look) {
        out.println();
        out.println("Trellis is up on this machine.");
        out.println("  front address     " + suite.front());
        for (Service service : Service.values()) {
            out.println("  %-17s %s".formatted(service.key() + "-service", suite.address(service.key())));
        }
        out.println("  tokens            " + suite.issuer());
        out.println("  PostgreSQL        127.0.0.1:" + suite.postgres().port());
        out.println("  Kafka             " + suite.kafka().bootstrapServers());
        out.println("  sign in as        " + String.join(", ", PEOPLE) + " (password: the name)");
        if (look != null) {
            out.println("  look at           " + look);
        }
        out.println("Ctrl-C stops it; its data stays in " + folder + ".");
    }
}
