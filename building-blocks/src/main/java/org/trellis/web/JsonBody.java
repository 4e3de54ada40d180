package org.trellis.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.trellis.problem.Problems;

/** Every JSON body of every service comes in through here, so no resource can forget to validate. */
@Provider
@Priority(Priorities.USER - 1000)
@Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
class JsonBody implements MessageBodyReader<Object> {
    /** Bytes of a JSON body. */
    static final int LIMIT = 1 << 20;

    private final StrictJson json;
    private final BodyHash hash;

    JsonBody(StrictJson json, BodyHash hash) {
        this.json = json;
        this.hash = hash;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type != InputStream.class;
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw Problems.tooLarge(LIMIT);
        }
        hash.of(bytes);
        return MergePatch.class.equals(genericType)
                ? new MergePatch(json, json.parse(bytes))
                : json.read(bytes, genericType);
    }
}
