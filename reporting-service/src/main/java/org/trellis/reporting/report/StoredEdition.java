package org.trellis.reporting.report;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.trellis.web.Versioned;

/** What was published, as its bytes were kept. */
@Schema(type = SchemaType.OBJECT, description = "The report as it was published, byte for byte")
record StoredEdition(int edition, String json, String html, List<UUID> named) implements Versioned, Readable {
    @JsonValue
    @JsonRawValue
    @Override
    public String json() {
        return json;
    }

    @Override
    public long version() {
        return edition;
    }
}
