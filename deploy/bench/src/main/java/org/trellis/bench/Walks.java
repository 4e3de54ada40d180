package org.trellis.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Several lists read in turn, each from page to page and, at its end, from the beginning. */
final class Walks implements Load.Client {
    /** How many of a list's latest pages its percentile is of: those that were read when all was warm. */
    private static final int LATEST = 100;

    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    /** Reads a page and remembers where the next one is. */
    private interface Step {
        void page() throws IOException, SQLException;
    }

    interface Ending {
        void close() throws IOException, SQLException;
    }

    private final List<Walk> walks;
    private final Ending ending;
    private int turn;

    /** @param ending closes the connection that all walks share */
    Walks(List<Walk> walks, Ending ending) {
        this.walks = walks;
        this.ending = ending;
    }

    static Walk pages(String what, HttpConnection connection, Caller caller, String first) {
        return new Walk(what, new Step() {
            private String path = first;

            @Override
            public void page() throws IOException {
                String body =
                        connection.get(path, caller.authorization()).expect(200).body();
                Matcher next = NEXT.matcher(body);
                path = next.find() ? next.group(1) : first;
            }
        });
    }

    /** @param select names the column that pages are ordered by {@code page_key} */
    static Walk pages(String what, Connection connection, String select, String key, String id, int limit)
            throws SQLException {
        String order = " order by " + key + ", " + id + " limit " + (limit + 1);
        PreparedStatement first = connection.prepareStatement(select + order);
        PreparedStatement later =
                connection.prepareStatement(select + " and (" + key + ", " + id + ") > (?, ?)" + order);
        return new Walk(what, new Step() {
            private Object lastKey;
            private UUID lastId;

            @Override
            public void page() throws SQLException {
                if (lastId != null) {
                    later.setObject(1, lastKey);
                    later.setObject(2, lastId);
                }
                try (var rows = (lastId == null ? first : later).executeQuery()) {
                    int read = 0;
                    while (rows.next()) {
                        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                            rows.getString(column);
                        }
                        if (++read == limit) {
                            lastKey = rows.getObject("page_key");
                            lastId = rows.getObject("id", UUID.class);
                        }
                    }
                    if (read <= limit) {
                        lastId = null;
                    }
                }
            }
        });
    }

    @Override
    public void once() throws Exception {
        walks.get(turn).once();
        turn = (turn + 1) % walks.size();
    }

    @Override
    public void close() throws IOException, SQLException {
        ending.close();
    }

    /** Says how long each list's pages took. @return the slowest list's p95, in milliseconds */
    double tell(PrintStream out) {
        walks.stream()
                .sorted(Comparator.comparingDouble(walk -> -walk.latest().p95()))
                .forEach(walk -> out.printf(
                        "    %-60s p50 %6.1f ms  p95 %6.1f ms%n",
                        walk.what, walk.latest().p50(), walk.latest().p95()));
        return walks.stream().mapToDouble(walk -> walk.latest().p95()).max().orElseThrow();
    }

    /** One list, and how long its latest pages took. */
    static final class Walk {
        private final String what;
        private final Step step;
        private final List<Long> nanos = new ArrayList<>();

        private Walk(String what, Step step) {
            this.what = what;
            this.step = step;
        }

        private void once() throws IOException, SQLException {
            long start = System.nanoTime();
            step.page();
            nanos.add(System.nanoTime() - start);
        }

        private Sample latest() {
            var latest = nanos.subList(Math.max(0, nanos.size() - LATEST), nanos.size());
            return Sample.of(latest.stream().mapToLong(Long::longValue).toArray(), 1);
        }
    }
}
