package org.trellis.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.IgnoredPropertyException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Says what a field should have been, without a class name. */
final class Messages {
    private static final Map<Class<?>, String> EXPECTED = Map.of(
            String.class, "must be text",
            UUID.class, "must be a UUID",
            LocalDate.class, "must be a calendar day such as 2026-03-31",
            Instant.class, "must be a time such as 2026-03-31T09:00:00Z",
            OffsetDateTime.class, "must be a time with offset such as 2026-03-31T09:00:00+01:00",
            Boolean.class, "must be true or false",
            Integer.class, "must be a whole number",
            Long.class, "must be a whole number");

    private Messages() {}

    static String of(JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException _ -> "is not a field of this request";
            case IgnoredPropertyException _ -> "is not a field of this request";
            case MismatchedInputException mismatch
            when mismatch.getTargetType() != null -> expected(mismatch.getTargetType());
            default -> "has a value that does not fit";
        };
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", ", "must be one of ", ""));
        }
        if (Number.class.isAssignableFrom(type)) {
            return EXPECTED.getOrDefault(type, "must be a number");
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "must be a list";
        }
        return EXPECTED.getOrDefault(type, "must be an object");
    }
}
