package org.trellis.local.sample;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What the sample consists of, as it stands in its files. */
final class SampleFiles {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    record Register(Trust trust, Authority authority, List<School> schools) {}

    record Trust(String uid, String name) {}

    record Authority(String laCode, String name) {}

    record School(String urn, String name, String phase, String setting, boolean inTrust) {}

    /** @param home URN of the school where the person works */
    record Person(String signIn, String name, String home) {}

    /** @param leadUrn of the invented school that leads it here */
    record Alliance(
            String code,
            String name,
            String leadUrn,
            String phase,
            String setting,
            String focusArea,
            String title,
            String question) {}

    /**
     * A project that is played to its result.
     *
     * @param measure code of its one success measure
     * @param stage how far it has come into practice
     * @param targets whom it is for
     * @param partners who does something for it without taking part as a school
     * @param analysis what its analysis plan says beside the measure
     */
    record Project(
            String key,
            String alliance,
            String title,
            String summary,
            String focusArea,
            String question,
            String design,
            String measure,
            String baselineOn,
            String outcomeOn,
            String cycleStartsOn,
            String cycleEndsOn,
            String stage,
            List<JsonNode> targets,
            List<JsonNode> partners,
            JsonNode analysis) {}

    /**
     * A project as the report's account of it goes: what is not told is null or not there.
     *
     * @param alliance code of the alliance that owns it
     * @param measure code of its success measure
     * @param outcomeOn the day of the measure's later point
     * @param evidence what it rests on
     * @param terms what heads accepted
     * @param schools each with its people
     * @param others who takes part from outside, by role
     * @param answers of the readiness check, by message
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
            Map<String, Answered> answers) {
        Account {
            others = others == null ? List.of() : others;
        }
    }

    /** @param post that this person holds at the school; null for none. @param as roles in the project */
    record Someone(String post, List<String> as) {}

    /** @param wentWell null where nothing is told, as {@code wentBadly} */
    record Review(String decision, String nextFocus, String wentWell, String wentBadly) {}

    /** @param passage of the report that makes it so */
    record Answered(String answer, String passage) {}

    private SampleFiles() {}

    static Register register() {
        return read("schools.yaml", new TypeReference<>() {});
    }

    static List<Person> people() {
        return read("people.yaml", new TypeReference<>() {});
    }

    static List<Alliance> alliances() {
        return read("alliances.yaml", new TypeReference<>() {});
    }

    static List<JsonNode> measures() {
        return read("measures.yaml", new TypeReference<>() {});
    }

    /** What one project hands in beside its scores. */
    static List<JsonNode> otherEvidence() {
        return read("other-evidence.yaml", new TypeReference<>() {});
    }

    static List<Account> accounts() {
        return read("accounts.yaml", new TypeReference<>() {});
    }

    /** What is written of the project that is under way. */
    static JsonNode underWay() {
        return read("under-way.yaml", new TypeReference<>() {});
    }

    /** A project as a file, with places for the ids that it needs. */
    static String bundle() {
        try (InputStream in = SampleFiles.class.getResourceAsStream("/sample/bundle.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Project> projects() {
        return read("projects.yaml", new TypeReference<>() {});
    }

    private static <T> T read(String file, TypeReference<T> type) {
        try (InputStream in = SampleFiles.class.getResourceAsStream("/sample/" + file)) {
            return YAML.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
