package org.trellis.project.readiness;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the report tells about one project: the file that the sample is made from, so that both say the same.
 *
 * @param outcomeOn the day of the later point of its measure; null where none is told
 * @param evidence what it rests on; null where nothing is told
 * @param terms what heads accepted; null where nothing is told
 * @param schools each with its people
 * @param others who takes part from outside, by role
 */
record Account(
        String alliance,
        String title,
        String purpose,
        String focusArea,
        String question,
        String measure,
        String outcomeOn,
        String evidence,
        String terms,
        List<List<Someone>> schools,
        List<String> others,
        boolean facilitator,
        Review review,
        Map<String, Expected> answers) {
    private static final File FILE = new File("../deploy/local/src/main/resources/sample/accounts.yaml");

    /** @param post that this person holds at the school; null for none. @param as roles in the project */
    record Someone(String post, List<String> as) {}

    record Review(String decision, String nextFocus, String wentWell, String wentBadly) {}

    /** @param passage of the report that makes it so */
    record Expected(String answer, String passage) {}

    Account {
        others = others == null ? List.of() : others;
    }

    static List<Account> all() {
        try {
            return new ObjectMapper(new YAMLFactory()).readValue(FILE, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers by message; those for which there are no records yet are the same for all. */
    Map<String, String> expected() {
        var all = answers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().answer()));
        List.of("KM08", "KM11", "KM12").forEach(message -> all.put(message, "NOT_APPLICABLE_YET"));
        return all;
    }

    @Override
    public String toString() {
        return alliance;
    }
}
