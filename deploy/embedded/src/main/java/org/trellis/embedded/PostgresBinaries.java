package org.trellis.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per machine and user from the jar of the class path. */
final class PostgresBinaries {
    private static final String SYSTEM =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
    private static final String MACHINE = switch (System.getProperty("os.arch")) {
        case "amd64", "x86_64" -> "x86_64";
        case "aarch64", "arm64" -> "arm_64";
        default -> System.getProperty("os.arch");
    };
    private static final List<String> AS_ANOTHER_USER = anotherUser();

    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    static PostgresBinaries unpacked() {
        String archive = "postgres-" + SYSTEM + "-" + MACHINE + ".txz";
        try (InputStream content = PostgresBinaries.class.getClassLoader().getResourceAsStream(archive)) {
            if (content == null) {
                throw new IllegalStateException("No PostgreSQL for " + SYSTEM + " on " + MACHINE + ": " + archive
                        + " is not on the class path");
            }
            byte[] bytes = content.readAllBytes();
            Path folder = Path.of(
                    System.getProperty("java.io.tmpdir"),
                    "trellis-postgresql-" + Integer.toHexString(Arrays.hashCode(bytes)) + "-"
                            + System.getProperty("user.name"));
            unpack(bytes, folder);
            return new PostgresBinaries(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be unpacked: " + e.getMessage(), e);
        }
    }

    /** The command for one of PostgreSQL's programs; it refuses to run as root, so root steps down. */
    Stream<String> program(String name) {
        return Stream.concat(
                AS_ANOTHER_USER.stream(),
                Stream.of(folder.resolve("bin").resolve(name).toString()));
    }

    private static List<String> anotherUser() {
        if (!"root".equals(System.getProperty("user.name")) || SYSTEM.equals("darwin")) {
            return List.of();
        }
        // A user namespace of its own: not root inside, and still the owner of the files outside.
        return List.of("unshare", "-U");
    }

    private static synchronized void unpack(byte[] archive, Path folder) throws IOException {
        Path complete = folder.resolve(".complete");
        if (Files.exists(complete)) {
            // the folder for temporary files is open to all
            if (!Files.getOwner(folder).getName().equals(System.getProperty("user.name"))) {
                throw new IOException(folder + " belongs to " + Files.getOwner(folder));
            }
            return;
        }
        Path lock = folder.resolveSibling(folder.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            if (Files.notExists(complete) && held.isValid()) {
                Folders.delete(folder);
                extract(archive, folder);
                Files.createFile(complete);
            }
        }
    }

    private static void extract(byte[] archive, Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        try (var tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                Files.createDirectories(target.getParent());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink() || entry.isLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
    }
}
