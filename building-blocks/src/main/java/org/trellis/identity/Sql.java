package org.trellis.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Constructor;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.jackson2.Jackson2Config;
import org.jdbi.v3.jackson2.Jackson2Plugin;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.postgresql.PGStatement;

/** SQL to records. Names are {@code :named}; record components match columns in snake case. */
public abstract sealed class Sql permits Reader, Writer {
    private static final ClassValue<RowMapper<?>> MAPPERS = new ClassValue<>() {
        @Override
        protected RowMapper<?> computeValue(Class<?> type) {
            return new MatchedOnce<>(ConstructorMapper.of(canonicalConstructor(type)), new ConcurrentHashMap<>());
        }
    };

    /**
     * Matches components with columns once for each list of columns. Jdbi does so for each query (its issue 2406), which
     * costs more than all else it does. There are as many lists as queries in the code; a mapper keeps no value of a row.
     */
    private record MatchedOnce<T>(RowMapper<T> mapper, Map<List<String>, RowMapper<T>> matched)
            implements RowMapper<T> {
        @Override
        public T map(ResultSet row, StatementContext context) throws SQLException {
            return specialize(row, context).map(row, context);
        }

        @Override
        public RowMapper<T> specialize(ResultSet rows, StatementContext context) throws SQLException {
            var columns = columns(rows.getMetaData());
            var known = matched.get(columns);
            if (known == null) {
                known = mapper.specialize(rows, context);
                matched.put(columns, known);
            }
            return known;
        }

        private static List<String> columns(ResultSetMetaData result) throws SQLException {
            var columns = new String[result.getColumnCount()];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = result.getColumnLabel(i + 1);
            }
            return List.of(columns);
        }
    }

    /** The driver keeps no prepared statement, and PostgreSQL no plan. */
    private static final StatementCustomizer UNNAMED = new StatementCustomizer() {
        @Override
        public void beforeExecution(PreparedStatement statement, StatementContext context) throws SQLException {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
    };

    private final Jdbi jdbi;

    Sql(DataSource source, ObjectMapper json) {
        jdbi = Jdbi.create(source).installPlugin(new PostgresPlugin()).installPlugin(new Jackson2Plugin());
        jdbi.getConfig(Jackson2Config.class).setMapper(json);
        // the values of a statement that fails are people's, and its message is logged
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
    }

    /** Runs several statements on one connection (inside a running transaction: on its connection). */
    public <T> T with(HandleCallback<T, RuntimeException> work) {
        return jdbi.withHandle(work);
    }

    /** All rows as records or simple values. */
    public <T> List<T> list(Class<T> type, String sql, Map<String, ?> values) {
        return with(handle -> mapped(handle, type, sql, values).list());
    }

    /** The row, if there is one; more than one row is an error of the query. */
    public <T> Optional<T> one(Class<T> type, String sql, Map<String, ?> values) {
        return with(handle -> mapped(handle, type, sql, values).findOne());
    }

    /** Runs a change. @return the number of rows it touched */
    public int run(String sql, Map<String, ?> values) {
        return with(handle -> handle.createUpdate(sql).bindMap(values).execute());
    }

    /**
     * Lets PostgreSQL plan a query anew for the values at hand, which it stops doing for a query that it sees often. For
     * filters: a search for "school" and one for a postcode want different plans.
     */
    public static Query plannedForItsValues(Query query) {
        return query.addCustomizer(UNNAMED);
    }

    private static <T> ResultIterable<T> mapped(Handle handle, Class<T> type, String sql, Map<String, ?> values) {
        Query query = handle.createQuery(sql).bindMap(values);
        return type.isRecord() ? query.map(row(type)) : query.mapTo(type);
    }

    /** Maps a row to a record, which may stay private to the class that asks. */
    @SuppressWarnings("unchecked") // the mapper of a type is made by that type's constructor
    public static <T> RowMapper<T> row(Class<T> type) {
        return (RowMapper<T>) MAPPERS.get(type);
    }

    /** What else of a row is wanted beside the record that it maps to. */
    public interface Beside<T, R> {
        R of(T item, ResultSet row) throws SQLException;
    }

    /** Maps a row to a record and something beside it. The columns are matched once a result, not once a row. */
    public static <T, R> RowMapper<R> rowWith(Class<T> type, Beside<T, R> beside) {
        RowMapper<T> mapper = row(type);
        return new RowMapper<>() {
            @Override
            public R map(ResultSet row, StatementContext context) throws SQLException {
                return specialize(row, context).map(row, context);
            }

            @Override
            public RowMapper<R> specialize(ResultSet rows, StatementContext context) throws SQLException {
                RowMapper<T> matched = mapper.specialize(rows, context);
                return (row, inRow) -> beside.of(matched.map(row, inRow), row);
            }
        };
    }

    private static Constructor<?> canonicalConstructor(Class<?> type) {
        var constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return constructor;
    }
}
