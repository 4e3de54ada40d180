package org.trellis.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.io.IOException;
import java.util.List;

/**
 * One page of a list.
 *
 * @param items in the list's order; where the caller keeps in step, in the order of change, with tombstones {@code
 *     {"id", "gone": true}}
 * @param next where the next page is; null on the last one, and never null where the caller keeps in step
 * @param total how many there are in all; null unless asked for
 */
public record Page<T>(
        @JsonSerialize(contentUsing = AsWhatItIs.class) List<T> items,
        String next,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long total) {

    /** A tombstone among rows is written as a tombstone. */
    static final class AsWhatItIs extends JsonSerializer<Object> {
        @Override
        public void serialize(Object item, JsonGenerator json, SerializerProvider serializers) throws IOException {
            serializers.defaultSerializeValue(item, json);
        }
    }
}
