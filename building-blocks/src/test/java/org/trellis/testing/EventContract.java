package org.trellis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.trellis.outbox.Event;

/**
 * Holds a service's events against what it promises: every event record has a schema and an example
 * ({@code <fact>.v1.schema.json}, {@code <fact>.v1.example.json}), the example fits the schema, and the record writes
 * exactly the example back. Files that no record stands behind are found too.
 */
public final class EventContract {
    private final Path folder;
    private static final String AT = "https://schemas.example/";

    private final SchemaRegistry schemas;
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private final List<String> broken = new ArrayList<>();

    private EventContract(Path folder) throws IOException {
        this.folder = folder;
        this.schemas = schemas(folder);
    }

    /**
     * @param folder contract/events
     * @param inPackage where the service's event records are, at any depth
     * @return what is broken, a line each; empty where all is kept
     */
    public static List<String> broken(Path folder, String inPackage) throws IOException {
        var contract = new EventContract(folder);
        Set<String> promised = new TreeSet<>();
        for (var type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(inPackage)) {
            if (type.isAssignableTo(Event.class) && type.isRecord()) {
                promised.add(contract.check(type.reflect()));
            }
        }
        try (var files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".example.json"))
                    .filter(name -> !promised.contains(name.replace(".example.json", "")))
                    .forEach(name -> contract.broken.add(name + ": no event record writes this"));
        }
        return contract.broken;
    }

    private String check(Class<?> event) {
        try {
            var constructor = event.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            String type = ((Event) constructor.newInstance((Object) null)).type();
            String fact = type.substring(type.indexOf('.', "trellis.".length()) + 1);
            JsonNode example =
                    json.readTree(folder.resolve(fact + ".example.json").toFile());
            fits(fact, example);
            var state = event.getRecordComponents()[0].getType();
            JsonNode written = json.valueToTree(json.treeToValue(example, state));
            if (!written.equals(EventContract::byValue, example)) {
                broken.add(fact + ": the record writes " + written + " and not its example " + example);
            }
            return fact;
        } catch (IOException e) {
            broken.add(event.getName() + ": " + e.getMessage());
        } catch (ReflectiveOperationException e) {
            broken.add(event.getName() + " is no record of one state: " + e);
        }
        return event.getName();
    }

    /** 240 and 240.0 are one number. */
    private static int byValue(JsonNode a, JsonNode b) {
        return a.isNumber() && b.isNumber() ? a.decimalValue().compareTo(b.decimalValue()) : a.equals(b) ? 0 : 1;
    }

    private void fits(String fact, JsonNode example) {
        try {
            schemas.getSchema(SchemaLocation.of(AT + fact + ".schema.json"))
                    .validate(example.toString(), InputFormat.JSON)
                    .forEach(error -> broken.add(fact + ": " + error));
        } catch (RuntimeException e) {
            broken.add(fact + ": its schema cannot be read: " + e.getMessage());
        }
    }

    private static SchemaRegistry schemas(Path folder) throws IOException {
        Map<String, String> texts = new HashMap<>();
        try (var files = Files.newDirectoryStream(folder, "*.schema.json")) {
            for (var file : files) {
                texts.put(AT + file.getFileName(), Files.readString(file));
            }
        }
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, with -> with.schemas(texts));
    }

    /** The examples of a provider, by file name, for a consumer to take in. */
    public static Set<Path> examples(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".example.json"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
