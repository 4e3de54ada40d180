package org.trellis.reporting.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void namesEachPlaceWithBothValues() throws JsonProcessingException {
        assertEquals(
                List.of("/summary: \"a\" -> \"b\"", "/results/0/n: 12 -> 11", "/results/1: null -> {\"n\":3}"),
                between("""
                        {"summary": "a", "results": [{"n": 12, "g": 0.1}]}""", """
                        {"summary": "b", "results": [{"n": 11, "g": 0.1}, {"n": 3}]}"""));
    }

    @Test
    void findsNothingWhereNothingIsSaidInOtherWays() throws JsonProcessingException {
        assertEquals(List.of(), between("{\"a\": null, \"b\": 1}", "{\"b\": 1}"));
    }

    private static List<String> between(String before, String after) throws JsonProcessingException {
        return Differences.between(JSON.readTree(before), JSON.readTree(after)).stream()
                .map(d -> d.path() + ": " + d.from() + " -> " + d.to())
                .toList();
    }
}
