package org.trellis.vocabulary;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.trellis.web.ThisService;

/** Every code with its label, from the service's {@code vocabularies.json}, so that no front end makes up its own. */
@Path("/v1/{service}-vocabularies")
@Tag(name = "Vocabularies")
@RunOnVirtualThread
public class VocabularyResource {
    private static final String FILE = "vocabularies.json";

    private final ThisService here;
    private final Vocabularies all;

    VocabularyResource(ThisService here, ObjectMapper json) throws IOException {
        this.here = here;
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            all = read(json, file.readAllBytes());
        }
    }

    @GET
    @Authenticated
    @Operation(summary = "List every code with its label")
    public Vocabularies list(String service) {
        here.require(service);
        return all;
    }

    private static Vocabularies read(ObjectMapper json, byte[] file) throws IOException {
        var labels = json.readValue(file, new TypeReference<LinkedHashMap<String, LinkedHashMap<String, String>>>() {});
        return new Vocabularies(labels.entrySet().stream()
                .map(one -> new Vocabularies.Vocabulary(
                        one.getKey(),
                        one.getValue().entrySet().stream()
                                .map(code -> new Vocabularies.Code(code.getKey(), code.getValue()))
                                .toList()))
                .toList());
    }
}
