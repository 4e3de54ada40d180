package org.trellis.testing;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds the running service against its committed {@code contract/openapi.yaml}. */
public final class OpenApiContract {
    private OpenApiContract() {}

    /** The description that the service under test gives of itself. */
    public static String running() {
        return given().accept("application/yaml")
                .get("/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /**
     * The committed description. With {@code -Dcontract.update=true} it is first replaced by the running one, to be
     * looked at and committed.
     */
    public static String committed(Path file) throws IOException {
        if (Boolean.getBoolean("contract.update")) {
            Files.writeString(file, running());
        }
        return Files.readString(file);
    }
}
