package org.trellis.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
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
    private static final int MOST_CONNECTIONS = 16;

    @Inject
    Writer writer;

    @Inject
    Reader reader;

    @Inject
    @DataSource("reader")
    AgroalDataSource readers;

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

    /** The reader's statements have their caller, each its own; what goes by it has none, not even the one before. */
    @Test
    void asksAsTheCallerAndForgetsHim() throws SQLException {
        assertEquals(List.of("first", "second"), List.of(asked("first"), asked("second")));
        assertEquals(Optional.empty(), reader.one(String.class, CALLER, Map.of()));
        assertEquals(
                List.of("third", "third"),
                OnBehalf.call(
                        as("third"),
                        null,
                        () -> reader.with(handle -> handle.inTransaction(together -> List.of(
                                together.createQuery(CALLER).mapTo(String.class).one(),
                                together.createQuery(CALLER).mapTo(String.class).one())))));

        var all = new ArrayList<Connection>();
        try {
            while (all.size() < MOST_CONNECTIONS) {
                all.add(readers.getConnection());
                try (var row = all.getLast().createStatement().executeQuery(CALLER)) {
                    assertTrue(row.next());
                    assertNull(row.getString(1));
                }
            }
        } finally {
            for (var connection : all) {
                connection.close();
            }
        }
    }

    private String asked(String subject) {
        return OnBehalf.call(as(subject), null, () -> reader.one(String.class, CALLER, Map.of()))
                .orElseThrow();
    }

    private static String as(String subject) {
        return "{\"issuer\": \"here\", \"subject\": \"" + subject + "\", \"organisations\": []}";
    }

    private List<Person> people(String columns) {
        return writer.list(Person.class, "select " + columns, Map.of());
    }
}
