package org.trellis.paging;

import org.trellis.identity.CurrentRequest;

/**
 * What decides how much of a collection its caller sees, so that one who keeps in step can be told to start anew when
 * that has changed for what was given out before: rows that have come into sight would be missed, rows that have left
 * it would be kept.
 *
 * @param all an SQL condition under which the caller sees everything
 * @param table what the rows are seen through; null where a caller sees everything or nothing
 * @param visible an SQL expression: the array of the ids in it that the caller sees
 */
public record Sight(String all, String table, String visible) {
    private static final String SEES_ALL = "platform-admin";

    /** Whoever fulfils the condition sees every row, and nobody else any. */
    public static Sight whole(String condition) {
        return new Sight(condition, null, null);
    }

    /** A row is seen by who sees what it belongs to, or by who sees everything. */
    public static Sight through(String table, String visible, String all) {
        return new Sight(all, table, visible);
    }

    /**
     * A table for the from clause of a list. Row-level security decides who sees what with or without it; but behind a
     * policy that says all, or these, no index finds the few. Whoever has the role that sees everything reads the table
     * in the list's order, everybody else the rows that are seen through what they see.
     *
     * @param column holds the id of what the rows are seen through
     * @param alias the table's name in the query
     */
    public String of(String rows, String column, String alias) {
        return CurrentRequest.callerHas(SEES_ALL)
                ? rows + " " + alias
                : "(select * from %s where %s = any((select %s)::uuid[])) %s".formatted(rows, column, visible, alias);
    }

    /**
     * SQL for a mark of what the caller sees of what was there by {@code :given}, and of what was there by {@code
     * :until}; a sum over hashes, so that it neither grows nor names anything.
     */
    String marks() {
        return table == null ? """
                select mark as before, mark as after, last_complete_change() as complete
                from (select concat_ws(' ', database_epoch(), %s) as mark) one""".formatted(all) : """
                select concat_ws(' ', database_epoch(), case when %1$s then 'all' else before end) as before,
                       concat_ws(' ', database_epoch(), case when %1$s then 'all' else after end) as after,
                       last_complete_change() as complete
                from (select concat_ws(' ', count(*) filter (where born_in <= :given),
                               bit_xor(hashtextextended(id::text, 0)) filter (where born_in <= :given)) as before,
                             concat_ws(' ', count(*) filter (where born_in <= least(:until, last_complete_change())),
                               bit_xor(hashtextextended(id::text, 0))
                                 filter (where born_in <= least(:until, last_complete_change()))) as after
                      from %2$s where not (%1$s) and id = any((select %3$s)::uuid[])) seen""".formatted(all, table, visible);
    }

    /** SQL condition: the caller may learn that a row of the table {@code gone} is gone. */
    String gone() {
        return table == null ? all : "(%s) or seen_through = any((select %s)::uuid[])".formatted(all, visible);
    }
}
