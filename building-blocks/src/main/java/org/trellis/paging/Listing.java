package org.trellis.paging;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.trellis.identity.Reader;
import org.trellis.identity.Sql;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;
import org.trellis.web.Parameters;

/**
 * A list that callers page through by keyset: page 1,000 costs what page 1 costs. Rows come from the reader role, so a
 * list holds what its caller may see without a word in the query.
 *
 * <pre>{@code
 * Listing.of(AllianceRow.class, "a.id, a.name, a.kind", "alliance a")
 *     .where("a.kind = :kind", "kind", parameters.oneOf("kind", AllianceKind.class).map(Enum::name))
 *     .sortable("name", "a.name", "text")
 *     .page(reader, parameters);
 * }</pre>
 *
 * The first sortable is the default; {@code sort=-name} turns it round. Sort columns must not be null, and an index on
 * (column, id) makes a page cheap.
 */
public final class Listing<T> {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 200;

    private record Sortable(String column, String type) {}

    private record Row<T>(T item, String sortKey, String id) {}

    private final Class<T> type;
    private final String columns;
    private final String from;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, Sortable> sortables = new LinkedHashMap<>();
    private String id = "id";
    private String collection;
    private String alias;
    private Sight sight;
    private boolean filtered;
    private String keys;
    private String joined;

    private Listing(Class<T> type, String columns, String from) {
        this.type = type;
        this.columns = columns;
        this.from = from;
    }

    /**
     * @param type a record whose components are the columns
     * @param columns the select list
     * @param from tables and joins; each row has a unique id
     */
    public static <T> Listing<T> of(Class<T> type, String columns, String from) {
        return new Listing<>(type, columns, from);
    }

    /** The unique column that settles ties, where it is not plainly {@code id}. */
    public Listing<T> id(String column) {
        id = column;
        return this;
    }

    /** A condition that always holds. */
    public Listing<T> where(String condition) {
        conditions.add(condition);
        return this;
    }

    /** A condition that holds where the parameter was given; it uses the value as {@code :name}. */
    public Listing<T> where(String condition, String name, Optional<?> value) {
        value.ifPresent(given -> {
            conditions.add(condition);
            values.put(name, given);
            filtered = true;
        });
        return this;
    }

    /** A value that conditions use as {@code :name}. */
    public Listing<T> bind(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /**
     * Finds the page's rows before it looks up what is shown of them, so that joins are made for them alone, and the
     * page can be found in an index that has all that is asked for.
     *
     * @param keys what of a row's table tells it from others, such as {@code o.id}
     * @param joins from the rows of {@code page}, which has the keys, to tables of the same names and all others
     */
    public Listing<T> pageFirst(String keys, String joins) {
        this.keys = keys;
        joined = joins;
        return this;
    }

    /** Allows sorting by a column under this name. @param type the column's SQL type */
    public Listing<T> sortable(String name, String column, String type) {
        sortables.put(name, new Sortable(column, type));
        return this;
    }

    /**
     * Lets callers keep in step: {@code changedAfter} gives what has changed since, with tombstones for what was
     * deleted.
     *
     * @param table the collection's own, for which the migration called {@code keep_in_step}
     * @param alias the table's name in this list's query
     * @param sight what decides how much of it a caller sees
     */
    public Listing<T> keptInStep(String table, String alias, Sight sight) {
        collection = table;
        this.alias = alias;
        this.sight = sight;
        return this;
    }

    /**
     * Reads the page that the parameters limit, cursor, sort and count ask for, or what has changed after a position;
     * after all filters have been read.
     */
    public Page<T> page(Reader reader, Parameters parameters) {
        int limit = parameters.whole("limit", 1, MOST).orElse(DEFAULT_LIMIT);
        var sort = parameters
                .oneOf("sort", sortNames())
                .orElse(sortables.keySet().iterator().next());
        var cursor = parameters.text("cursor").flatMap(text -> Cursor.read(text, sort, parameters));
        boolean count = parameters.flag("count").orElse(false);
        var since = sight == null
                ? Optional.<Position>empty()
                : parameters
                        .onlyBeside("changedAfter", "limit")
                        .flatMap(text -> Position.read(text, collection, parameters));
        parameters.check();
        if (since.isPresent()) {
            return new KeepingInStep<>(type, columns, from + filter(), values, id, collection, alias, sight)
                    .page(reader, parameters, since.get(), limit);
        }
        try {
            return page(reader, parameters, limit, sort, cursor, count);
        } catch (JdbiException e) {
            // a cursor that was tampered with may name a key that is no value of the column's type
            if (cursor.isPresent()
                    && e.getCause() instanceof SQLException sql
                    && sql.getSQLState().startsWith("22")) {
                throw Problems.invalid(Violation.query("cursor", "is not a cursor"));
            }
            throw e;
        }
    }

    private Page<T> page(
            Reader reader, Parameters parameters, int limit, String sort, Optional<Cursor> cursor, boolean count) {
        return reader.with(handle -> {
            var query = query(handle, select(sort, cursor.isPresent())).bind("page_limit", limit + 1);
            cursor.ifPresent(at -> query.bind("page_key", at.key()).bind("page_id", at.id()));
            var rows = query.map(rows()).list();
            boolean more = rows.size() > limit;
            var items = more ? rows.subList(0, limit) : rows;
            var last = more ? items.getLast() : null;
            return new Page<>(
                    items.stream().map(Row::item).toList(),
                    more ? parameters.again("cursor", new Cursor(sort, last.sortKey(), last.id()).text()) : null,
                    count
                            ? query(handle, "select count(*) from " + from + filter())
                                    .mapTo(Long.class)
                                    .one()
                            : null);
        });
    }

    private Query query(Handle handle, String sql) {
        var query = handle.createQuery(sql).bindMap(values);
        return filtered ? Sql.plannedForItsValues(query) : query;
    }

    private String select(String sort, boolean continued) {
        boolean down = sort.startsWith("-");
        var by = sortables.get(down ? sort.substring(1) : sort);
        var after = continued
                ? " and (%s, %s) %s (cast(:page_key as %s), cast(:page_id as uuid))"
                        .formatted(by.column(), id, down ? "<" : ">", by.type())
                : "";
        var order = " order by %1$s %3$s, %2$s %3$s".formatted(by.column(), id, down ? "desc" : "asc");
        var page = from + filter() + after + order + " limit :page_limit";
        return "select %s, cast(%s as text) as page_sort_key, cast(%s as text) as page_row_id from "
                        .formatted(columns, by.column(), id)
                + (keys == null ? page : "(select %s from %s) page %s%s".formatted(keys, page, joined, order));
    }

    private String filter() {
        return " where true"
                + String.join(
                        "", conditions.stream().map(c -> " and (" + c + ")").toList());
    }

    private String[] sortNames() {
        return sortables.keySet().stream()
                .flatMap(name -> List.of(name, "-" + name).stream())
                .toArray(String[]::new);
    }

    private RowMapper<Row<T>> rows() {
        return Sql.rowWith(
                type, (item, row) -> new Row<>(item, row.getString("page_sort_key"), row.getString("page_row_id")));
    }
}
