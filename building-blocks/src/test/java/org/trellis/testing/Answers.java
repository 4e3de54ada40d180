package org.trellis.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.util.UUID;

/** What tests ask of answers thousands of times: REST-assured's own paths are compiled anew each time they are asked. */
public final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    /** The id of what was made. @throws AssertionError where nothing was */
    public static UUID made(Response answer) {
        answer.then().statusCode(201);
        try {
            return UUID.fromString(JSON.readTree(answer.asString()).path("id").textValue());
        } catch (JsonProcessingException e) {
            throw new AssertionError("the answer is no JSON", e);
        }
    }
}
