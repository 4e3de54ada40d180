package org.trellis.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Folders for the servers' data. */
public final class Folders {
    private Folders() {}

    /** A folder that is deleted when this JVM is gone, however it ends. */
    public static Path temporary(String name) {
        return temporary(Path.of(System.getProperty("java.io.tmpdir")), name);
    }

    /** The same in a place of one's own: the system's folder for temporary files may be memory. */
    public static Path temporary(Path parent, String name) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(parent), "trellis-" + name + "-");
            Watchdog.temporary(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder and what is in it; a folder that is not there is fine. */
    public static void delete(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                    Files.deleteIfExists(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
