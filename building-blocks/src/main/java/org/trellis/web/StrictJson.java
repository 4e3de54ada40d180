package org.trellis.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.AssertTrue;
import java.io.IOException;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;

/**
 * JSON to records, strictly: unknown fields, wrong types, text that PostgreSQL cannot hold and broken constraints are
 * all found in one pass and refused together.
 */
@Singleton
public class StrictJson {
    private static final int MOST_VIOLATIONS = 100;

    /** What Jackson would turn into another type by itself: a text "5" is not the number 5. */
    private static final Map<LogicalType, Set<CoercionInputShape>> COERCED = Map.of(
            LogicalType.Textual,
                    Set.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean),
            LogicalType.Integer,
                    Set.of(CoercionInputShape.String, CoercionInputShape.Float, CoercionInputShape.Boolean),
            LogicalType.Float, Set.of(CoercionInputShape.String, CoercionInputShape.Boolean),
            LogicalType.Boolean,
                    Set.of(CoercionInputShape.String, CoercionInputShape.Integer, CoercionInputShape.Float),
            LogicalType.Enum, Set.of(CoercionInputShape.Integer),
            LogicalType.DateTime, Set.of(CoercionInputShape.Integer, CoercionInputShape.Float));

    private final ObjectMapper json;
    private final Validator validator;

    StrictJson(ObjectMapper lenient, Validator validator) {
        this.validator = validator;
        json = lenient.copy();
        json.registerModule(
                new SimpleModule("days").addDeserializer(LocalDate.class, new LocalDateDeserializer(Days.ISO)));
        json.configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
        json.coercionConfigDefaults().setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        COERCED.forEach((wanted, given) ->
                given.forEach(shape -> json.coercionConfigFor(wanted).setCoercion(shape, CoercionAction.Fail)));
        json.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true);
        json.configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true);
        json.configure(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS, true);
        json.configure(DeserializationFeature.ACCEPT_FLOAT_AS_INT, false);
        json.configure(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, true);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming everything that is wrong */
    public <T> T read(byte[] body, Type type) {
        return bind(parse(body), type);
    }

    JsonNode parse(byte[] body) {
        try {
            JsonNode tree = json.readTree(body);
            if (tree == null || tree.isMissingNode() || tree.isNull()) {
                throw Problems.invalid(Violation.body("$", "a JSON body is required"));
            }
            return tree;
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw Problems.invalid(Violation.body(
                    "$",
                    "is not JSON: " + e.getOriginalMessage().lines().findFirst().orElse("")
                            + (at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")")));
        } catch (IOException e) {
            throw Problems.invalid(Violation.body("$", "cannot be read as UTF-8 text"));
        }
    }

    /** Binds what was parsed; a part that does not fit is noted and taken out, until the rest fits. */
    <T> T bind(JsonNode tree, Type type) {
        Map<String, Violation> found = new LinkedHashMap<>();
        unstorableText(tree, "$", found);
        T bound = fitted(tree, json.constructType(type), found);
        if (bound != null) {
            validator.validate(bound).forEach(violation -> note(found, violation));
        }
        if (!found.isEmpty()) {
            throw Problems.invalid(List.copyOf(found.values()));
        }
        return bound;
    }

    JsonNode tree(Object value) {
        return json.valueToTree(value);
    }

    private <T> T fitted(JsonNode tree, JavaType type, Map<String, Violation> found) {
        while (found.size() < MOST_VIOLATIONS) {
            try {
                return json.readerFor(type).readValue(tree);
            } catch (JsonMappingException e) {
                note(found, Paths.of(e), Messages.of(e));
                if (!takeOut(tree, e.getPath())) {
                    return null;
                }
            } catch (IOException e) {
                throw new IllegalStateException("a parsed tree cannot be read", e);
            }
        }
        return null;
    }

    private static boolean takeOut(JsonNode tree, List<JsonMappingException.Reference> path) {
        JsonNode parent = tree;
        for (int i = 0; i < path.size() - 1 && parent != null; i++) {
            var step = path.get(i);
            parent = step.getFieldName() == null ? parent.get(step.getIndex()) : parent.get(step.getFieldName());
        }
        if (path.isEmpty()) {
            return false;
        }
        var last = path.getLast();
        return switch (parent) {
            case ObjectNode object when last.getFieldName() != null -> object.remove(last.getFieldName()) != null;
            case ArrayNode array
            when last.getIndex() >= 0 && !array.get(last.getIndex()).isNull() -> {
                array.setNull(last.getIndex());
                yield true;
            }
            case null, default -> false;
        };
    }

    /** PostgreSQL holds no NUL, and half a surrogate pair is no text. */
    private static void unstorableText(JsonNode node, String path, Map<String, Violation> found) {
        if (found.size() >= MOST_VIOLATIONS) {
            return;
        }
        if (node.isTextual() && !Text.storable(node.textValue())) {
            note(found, path, "must not contain NUL or half a surrogate pair");
        }
        for (int i = 0; i < node.size() && node.isArray(); i++) {
            unstorableText(node.get(i), path + "[" + i + "]", found);
        }
        for (var field : new ArrayList<>(node.properties())) {
            unstorableText(field.getValue(), path + "." + field.getKey(), found);
        }
    }

    /** A rule over several fields is broken by what has them; another broken by the same is another violation. */
    private static void note(Map<String, Violation> found, ConstraintViolation<?> violation) {
        var path = violation.getPropertyPath().toString();
        boolean rule = violation.getConstraintDescriptor().getAnnotation() instanceof AssertTrue;
        var of = rule ? path.substring(0, Math.max(0, path.lastIndexOf('.'))) : path;
        found.putIfAbsent("$." + path, Violation.body(of.isEmpty() ? "$" : "$." + of, violation.getMessage()));
    }

    private static void note(Map<String, Violation> found, String path, String message) {
        found.putIfAbsent(path, Violation.body(path, message));
    }
}
