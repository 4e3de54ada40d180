package org.trellis.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A shell that outlives this JVM by a moment: it reads which children run and, when its input ends (however this JVM
 * ended, SIGKILL included), stops those that are left and deletes their temporary data.
 */
final class Watchdog {
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            running=' '
            folders=''
            while read -r what which; do
              case $what in
                started) running="$running$which " ;;
                ended) case $running in *" $which "*) running="${running%%" $which "*} ${running#*" $which "}" ;; esac ;;
                temporary) folders="$folders$which
            " ;;
              esac
            done
            for child in $running; do kill -${child%:*} ${child#*:} 2>/dev/null; done
            for wait in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
              alive=''
              for child in $running; do kill -0 ${child#*:} 2>/dev/null && alive="$alive ${child#*:}"; done
              [ -z "$alive" ] && break
              sleep 0.2
            done
            for child in $alive; do kill -KILL $child 2>/dev/null; done
            printf %s "$folders" | while read -r folder; do rm -rf -- "$folder"; done
            """;

    private static OutputStream input;

    private Watchdog() {}

    static void started(String signal, long pid) {
        tell("started " + signal + ":" + pid);
    }

    static void ended(String signal, long pid) {
        tell("ended " + signal + ":" + pid);
    }

    static void temporary(Path folder) {
        tell("temporary " + folder.toAbsolutePath());
    }

    private static synchronized void tell(String line) {
        try {
            if (input == null) {
                input = new ProcessBuilder(Child.detached(List.of("sh", "-c", SCRIPT)))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .getOutputStream();
            }
            input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
