package org.trellis.testing;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

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

    /** What is missing in the running description, one line each. */
    public static List<String> findings() {
        JsonPath api = given().accept("application/json").get("/openapi").jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = api.getMap("paths");
        var findings = new ArrayList<String>();
        var ids = new HashSet<Object>();
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            var at = method + " " + path + ": ";
            for (var field : List.of("operationId", "summary", "description", "tags", "responses")) {
                if (operation.get(field) == null) {
                    findings.add(at + "no " + field);
                }
            }
            if (!ids.add(operation.get("operationId"))) {
                findings.add(at + "operationId taken");
            }
            var text = operation.toString();
            if (!text.contains("#/components/responses/Problem")) {
                findings.add(at + "no problem");
            }
            if (text.contains("#/components/schemas/Page") && !text.contains("name=cursor")) {
                findings.add(at + "its parameters are not described");
            }
            if (text.contains("application/json") && !text.contains("example=")) {
                findings.add(at + "no example");
            }
        }));
        Pattern.compile("#/components/(\\w+)/(\\w+)")
                .matcher(api.prettify())
                .results()
                .filter(ref -> api.get("components." + ref.group(1) + "." + ref.group(2)) == null)
                .map(MatchResult::group)
                .distinct()
                .forEach(ref -> findings.add(ref + " is nowhere"));
        findings.addAll(OpenApiExamples.broken(api.prettify()));
        return findings;
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
