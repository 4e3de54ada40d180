package org.trellis.paging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.trellis.identity.Reader;
import org.trellis.identity.Sql;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/**
 * A page of what has changed since a position, in the order of the transactions that changed it. Rows of a transaction
 * are given out only once no earlier one is still running, so one that commits late is not missed. All is read from one
 * snapshot: the rows, how far they are complete, and what the caller sees.
 *
 * @param columns the select list
 * @param from tables, joins and the conditions that always hold
 * @param values what the conditions use
 * @param id the column with a row's id
 * @param collection the table that {@code keep_in_step} was called for
 * @param alias its name in {@code from}
 */
record KeepingInStep<T>(
        Class<T> type,
        String columns,
        String from,
        Map<String, Object> values,
        String id,
        String collection,
        String alias,
        Sight sight) {

    private static final Comparator<Row> BY_CHANGE =
            Comparator.comparingLong(Row::change).thenComparing(Row::id);

    /** {@code item} is the row's record, or {@link Gone}. */
    private record Row(Object item, long change, String id) {}

    private record Tombstone(UUID id, long changedIn) {}

    private record Marks(String before, String after, long complete) {}

    Page<T> page(Reader reader, Parameters parameters, Position since, int limit) {
        return reader.with(handle -> handle.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, snapshot -> {
            var changes = changes(snapshot, since, limit);
            boolean full = changes.size() == limit;
            var marks = marks(snapshot, since, full ? changes.getLast().change() : Long.MAX_VALUE);
            if (since.sight() != null && !since.sight().equals(marks.before())) {
                throw Problems.sightChanged();
            }
            var next = full
                    ? new Position(
                            collection,
                            changes.getLast().change(),
                            changes.getLast().id(),
                            marks.after())
                    : Position.after(collection, Math.max(marks.complete(), since.change()), marks.after());
            return new Page<>(items(changes), parameters.again("changedAfter", next.text()), null);
        }));
    }

    private List<Row> changes(Handle snapshot, Position since, int limit) {
        var rows = new ArrayList<Row>(tombstones(snapshot, since, limit));
        rows.addAll(rows(snapshot, since, limit));
        rows.sort(BY_CHANGE);
        return rows.size() > limit ? rows.subList(0, limit) : rows;
    }

    private List<Row> rows(Handle snapshot, Position since, int limit) {
        var sql = """
                select %1$s, %2$s.changed_in as page_change, cast(%3$s as text) as page_row_id from %4$s
                and (%2$s.changed_in, %3$s) > (:page_change, cast(:page_id as uuid))
                and %2$s.changed_in <= last_complete_change()
                order by %2$s.changed_in, %3$s limit :page_limit""".formatted(columns, alias, id, from);
        RowMapper<Row> mapper = Sql.rowWith(
                type, (item, row) -> new Row(item, row.getLong("page_change"), row.getString("page_row_id")));
        return bound(snapshot.createQuery(sql).bindMap(values), since, limit)
                .map(mapper)
                .list();
    }

    private List<Row> tombstones(Handle snapshot, Position since, int limit) {
        var sql = """
                select id, changed_in from gone
                where collection = :collection and (changed_in, id) > (:page_change, cast(:page_id as uuid))
                and changed_in <= last_complete_change() and (%s)
                order by changed_in, id limit :page_limit""".formatted(sight.gone());
        return bound(snapshot.createQuery(sql).bind("collection", collection), since, limit)
                .map(Sql.row(Tombstone.class))
                .map(gone -> new Row(
                        new Gone(gone.id(), true), gone.changedIn(), gone.id().toString()))
                .list();
    }

    private static Query bound(Query query, Position since, int limit) {
        return query.bind("page_change", since.change())
                .bind("page_id", since.id())
                .bind("page_limit", limit);
    }

    private Marks marks(Handle snapshot, Position since, long until) {
        var query = snapshot.createQuery(sight.marks());
        if (sight.table() != null) {
            query.bind("given", since.change()).bind("until", until);
        }
        return query.map(Sql.row(Marks.class)).one();
    }

    @SuppressWarnings("unchecked") // a page is only ever written out, and each item as what it is
    private List<T> items(List<Row> rows) {
        return (List<T>) rows.stream().map(Row::item).toList();
    }
}
