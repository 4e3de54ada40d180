package org.trellis.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "blocks"))
class SqlTest {
    private record Person(String role, Integer yearsThere, List<String> schools) {}

    private static final String CALLER = "select actor() ->> 'subject'";

    @Inject
    Writer writer;

    @Inject
    Reader reader;

    /** A type is matched with columns once for each list of them: another list, another match. */
    @Test
    void findsARecordsColumnsWhereverTheyStand() {
        var lead = new Person("lead", 3, List.of("Elm Bank"));

        for (int again = 0; again < 2; again++) {
            assertEquals(List.of(lead), people("'lead' as role, 3 as years_there, array['Elm Bank'] as schools"));
            assertEquals(List.of(lead), people("array['Elm Bank'] as schools, 'lead' as role, 3 as years_there"));
            assertEquals(
                    List.of(lead), people("1 as id, 3 as years_there, array['Elm Bank'] as schools, 'lead' as role"));
            assertEquals(
                    List.of(new Person("head", null, List.of())),
                    people("'head' as role, null::int as years_there, '{}'::text[] as schools"));
        }
    }

    /** Often enough that the driver prepares the statement; without a caller there is not the one before. */
    @Test
    void asksAsItsCaller() {
        for (int again = 0; again < 12; again++) {
            assertEquals(Optional.of("first"), askedBy("first"));
            assertEquals(Optional.of("second"), askedBy("second"));
            assertEquals(Optional.empty(), reader.one(String.class, CALLER, Map.of()));
        }
    }

    private Optional<String> askedBy(String subject) {
        return OnBehalf.call(
                "{\"issuer\": \"here\", \"subject\": \"" + subject + "\", \"organisations\": []}",
                null,
                () -> reader.one(String.class, CALLER, Map.of()));
    }

    private List<Person> people(String columns) {
        return writer.list(Person.class, "select " + columns, Map.of());
    }
}
