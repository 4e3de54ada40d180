package org.trellis.reporting.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class SharedAnswerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void showsWhatAllShow() throws JsonProcessingException {
        assertShared("""
                {"g": 0.2, "n": 12}""", """
                {"g": 0.2, "n": 12}""", """
                {"g": 0.2, "n": 12}""");
    }

    @Test
    void withholdsWhatAnyWithholds() throws JsonProcessingException {
        assertShared("""
                {"pooled": {"g": 0.2, "weights": null}, "people": null}""", """
                {"pooled": {"g": 0.2, "weights": [50, 50]}, "people": 40}""", """
                {"pooled": {"g": 0.2, "weights": null}, "people": null}""");
        assertShared("""
                {"pooled": null, "pooledReason": {"code": "SMALL"}}""", """
                {"pooled": {"g": 0.2}, "pooledReason": null}""", """
                {"pooled": null, "pooledReason": {"code": "SMALL"}}""");
    }

    @Test
    void leavesAWithheldSchoolAsItIsWithheld() throws JsonProcessingException {
        assertShared("""
                {"schools": [{"id": "a", "withheld": true, "symbol": "c", "n": null}, {"id": "b", "withheld": true, "symbol": "c"}]}""", """
                {"schools": [{"id": "a", "withheld": true, "symbol": "c", "n": null}, {"id": "b", "withheld": false, "n": 9}]}""", """
                {"schools": [{"id": "a", "withheld": false, "symbol": null, "n": 4}, {"id": "b", "withheld": true, "symbol": "c"}]}""");
    }

    @Test
    void showsOfASubgroupThatIsWithheldInPartWhatAllShow() throws JsonProcessingException {
        assertShared("""
                {"pooled": null, "gain": null, "withheld": true, "reason": "small", "symbol": "c"}""", """
                {"pooled": {"g": 0.2}, "gain": null, "withheld": true, "reason": "small", "symbol": "c"}""", """
                {"pooled": null, "gain": {"value": 3}, "withheld": true, "reason": "small", "symbol": "c"}""");
    }

    @Test
    void isNobodysOwn() throws JsonProcessingException {
        assertShared("""
                {"own": false}""", """
                {"own": true}""", """
                {"own": false}""");
    }

    @Test
    void warnsOfWhatAllAreWarnedOfAndThatSomethingIsWithheld() throws JsonProcessingException {
        assertShared("""
                {"caveats": [{"code": "FEW_SCHOOLS"}, {"code": "WITHHELD"}]}""", """
                {"caveats": [{"code": "FEW_SCHOOLS"}, {"code": "ATTRITION"},
                  {"code": "SMALLEST_DETECTABLE_EFFECT", "sentence": "0.41"}]}""", """
                {"caveats": [{"code": "FEW_SCHOOLS"}, {"code": "WITHHELD"}]}""");
    }

    @Test
    void showsNothingOfListsThatDoNotMatch() throws JsonProcessingException {
        assertShared("""
                {"leaveOneOut": null}""", """
                {"leaveOneOut": [1, 2]}""", """
                {"leaveOneOut": [1, 2, 3]}""");
    }

    private static void assertShared(String expected, String one, String other) throws JsonProcessingException {
        var shared = new SharedAnswer(JSON);
        assertEquals(tree(expected), shared.of(tree(one), tree(other)));
        assertEquals(tree(expected), shared.of(tree(other), tree(one)));
    }

    private static JsonNode tree(String json) throws JsonProcessingException {
        return JSON.readTree(json);
    }
}
