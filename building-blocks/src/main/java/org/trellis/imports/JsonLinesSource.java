package org.trellis.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An object a line, in UTF-8; its members are named as the columns of a CSV file are, and what is no column is passed
 * over as it is there, unless the kind takes nothing else. A column that a CSV file must have is a member that each object must have, if only as null: what
 * is left out by mistake would otherwise be taken for empty.
 */
final class JsonLinesSource implements ImportSource {
    /** A line is held in memory; no row of a table is longer. */
    private static final int LONGEST = 1 << 20;

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader()
            .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private final InputStream bytes;
    private final List<ImportColumn> columns;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final boolean takesNoOthers;
    private int number;

    JsonLinesSource(InputStream bytes, ImportKind kind) {
        this.bytes = new BufferedInputStream(bytes, 1 << 16);
        columns = kind.columns();
        takesNoOthers = kind.takesNoOtherColumns();
        columns.forEach(column -> names.addAll(column.otherNames()));
        columns.forEach(column -> names.add(column.name()));
        for (int i = 0; i < columns.size(); i++) {
            positions.put(columns.get(i).name(), i);
        }
    }

    @Override
    public List<String> header() {
        return List.of("row");
    }

    @Override
    public Row next() throws IOException, ImportRefused {
        String text;
        do {
            text = line();
        } while (text != null && text.isBlank());
        return text == null ? null : new Row(line(text), List.of(text));
    }

    private String line() throws IOException, ImportRefused {
        var line = new ByteArrayOutputStream();
        int read;
        while ((read = bytes.read()) >= 0 && read != '\n') {
            line.write(read);
            if (line.size() > LONGEST) {
                throw new ImportRefused("too-long-line", "has a line of more than " + LONGEST + " bytes");
            }
        }
        if (read < 0 && line.size() == 0) {
            return null;
        }
        number++;
        var text = line.toString(StandardCharsets.UTF_8);
        return number == 1 && text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private ImportLine line(String text) {
        var object = parsed(text);
        var members = columns.stream().map(column -> member(object, column)).toList();
        var line = new ImportLine(
                number, positions, members.stream().map(JsonLinesSource::cell).toList());
        if (object == null) {
            line.refuse("", "broken-json", "must be a JSON object that has each name once");
            return line;
        }
        if (takesNoOthers && !object.properties().stream().allMatch(member -> names.contains(member.getKey()))) {
            line.refuse("", "other-column", "has a member that is none of such a file");
        }
        for (int i = 0; i < members.size(); i++) {
            check(line, columns.get(i), members.get(i));
        }
        return line;
    }

    /** Null for what is no object. */
    private static JsonNode parsed(String text) {
        try {
            var node = JSON.readTree(text);
            return node.isObject() ? node : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static JsonNode member(JsonNode object, ImportColumn column) {
        return Stream.concat(Stream.of(column.name()), column.otherNames().stream())
                .filter(name -> object != null && object.has(name))
                .findFirst()
                .map(name -> object.get(name))
                .orElse(MissingNode.getInstance());
    }

    private static String cell(JsonNode member) {
        return member.isBigDecimal() ? member.decimalValue().toPlainString() : member.asText("");
    }

    private static void check(ImportLine line, ImportColumn column, JsonNode member) {
        if (member.isMissingNode() && column.required()) {
            line.refuse(column.name(), "missing-column", "is not in the object");
        } else if (member.isContainerNode()) {
            line.refuse(column.name(), "no-cell", "must be text, a number, true, false or null");
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
