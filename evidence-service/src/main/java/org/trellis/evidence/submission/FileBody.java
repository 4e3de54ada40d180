package org.trellis.evidence.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.trellis.problem.Problems;
import org.trellis.web.BodyHash;

/** A file that comes as the body of a request, up to the limit for files. */
@ApplicationScoped
class FileBody {
    private final int limit;
    private final BodyHash hash;

    FileBody(@ConfigProperty(name = "trellis.web.file-limit") int limit, BodyHash hash) {
        this.limit = limit;
        this.hash = hash;
    }

    byte[] read(InputStream body) {
        try {
            byte[] file = body.readNBytes(limit + 1);
            if (file.length > limit) {
                throw Problems.tooLarge(limit);
            }
            hash.of(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
