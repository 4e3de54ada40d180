package org.trellis.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder of the whole project, from wherever inside it this runs. */
public final class Root {
    private Root() {}

    public static Path find() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("deploy/keycloak/trellis-realm.json")))
                .findFirst()
                .orElseThrow(() -> new Trouble("This must run inside the folder of Trellis."));
    }
}
