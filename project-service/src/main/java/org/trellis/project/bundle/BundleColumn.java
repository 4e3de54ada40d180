package org.trellis.project.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/** A column of a bundle: for which kinds of rows, under which name in the request, and how its text is read. */
enum BundleColumn {
    ALLIANCE("alliance", "allianceId", Texts.WHOLE, BundleKind.PROJECT),
    TITLE("title", "title", Texts.WHOLE, BundleKind.PROJECT),
    FOCUS_AREA("focusArea", "focusArea", Texts.WHOLE, BundleKind.PROJECT),
    RESEARCH_QUESTIONS("researchQuestions", "researchQuestions", Texts.LIST, BundleKind.PROJECT),
    PROJECT_KIND("projectKind", "kind", Texts.WHOLE, BundleKind.PROJECT),
    DESIGN("design", "design", Texts.WHOLE, BundleKind.PROJECT),
    SUMMARY("summary", "summary", Texts.WHOLE, BundleKind.PROJECT),
    PRIORITIES("priorities", "priorityIds", Texts.LIST, BundleKind.PROJECT),
    STAGE("stage", "stage", Texts.WHOLE, BundleKind.PROJECT),
    INVENTED("invented", "invented", Texts.FLAG, BundleKind.PROJECT),
    ENDS_ON("endsOn", "endsOn", Texts.WHOLE, BundleKind.PROJECT),
    STARTS_ON("startsOn", "startsOn", Texts.WHOLE, BundleKind.PROJECT, BundleKind.PARTICIPATION),
    MEASURE("measure", "measureId", Texts.WHOLE, BundleKind.MEASURE),
    PRIMARY("primary", "primary", Texts.FLAG, BundleKind.MEASURE),
    POINTS("points", "points", Texts.POINTS, BundleKind.MEASURE),
    NAME("name", "name", Texts.WHOLE, BundleKind.COHORT),
    ARM("arm", "arm", Texts.WHOLE, BundleKind.COHORT),
    ABOUT("about", "about", Texts.WHOLE, BundleKind.COHORT),
    YEAR_GROUP("yearGroup", "yearGroup", Texts.WHOLE, BundleKind.COHORT),
    SIZE("size", "size", Texts.NUMBER, BundleKind.COHORT),
    PRIOR_YEAR("priorYear", "priorYear", Texts.FLAG, BundleKind.COHORT);

    /** How a cell is read. What is not as it should be stays a text, and the request's own rules say what is wrong. */
    private static final class Texts {
        private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

        static final Function<String, JsonNode> WHOLE = JSON::textNode;
        static final Function<String, JsonNode> FLAG = text -> switch (text) {
            case "YES", "true" -> JSON.booleanNode(true);
            case "NO", "false" -> JSON.booleanNode(false);
            default -> JSON.textNode(text);
        };
        static final Function<String, JsonNode> NUMBER =
                text -> text.matches("[0-9]{1,9}") ? JSON.numberNode(Integer.parseInt(text)) : JSON.textNode(text);
        static final Function<String, JsonNode> LIST = text -> {
            var list = JSON.arrayNode();
            for (var part : text.split("\\|", -1)) {
                list.add(part.strip());
            }
            return list;
        };

        /** {@code BASELINE 2025-10-01 | OUTCOME}: a point, and the day by which where one is agreed. */
        static final Function<String, JsonNode> POINTS = text -> {
            var points = JSON.arrayNode();
            for (var part : text.split("\\|", -1)) {
                var words = part.strip().split("\\s+", 2);
                var point = points.addObject().put("point", words[0]);
                if (words.length > 1) {
                    point.put("due", words[1]);
                }
            }
            return points;
        };
    }

    private final String header;
    private final String field;
    private final Function<String, JsonNode> reading;
    private final Set<BundleKind> kinds;

    BundleColumn(
            String header, String field, Function<String, JsonNode> reading, BundleKind first, BundleKind... others) {
        this.header = header;
        this.field = field;
        this.reading = reading;
        this.kinds = EnumSet.of(first, others);
    }

    String header() {
        return header;
    }

    String field() {
        return field;
    }

    JsonNode read(String text) {
        return reading.apply(text);
    }

    boolean isOf(BundleKind kind) {
        return kinds.contains(kind);
    }
}
