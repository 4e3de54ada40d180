package org.trellis.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Has PostgreSQL write down how it answers what a service asks, once, outside of any measuring. */
record Plans(Site site, boolean wanted) {
    private static final List<String> ON = List.of(
            "auto_explain.log_min_duration = 0",
            "auto_explain.log_analyze = on",
            "auto_explain.log_buffers = on",
            "auto_explain.log_nested_statements = on");

    /** Does it once more, and keeps the plans in a file of this name. */
    void of(String name, Load load) throws Exception {
        if (!wanted) {
            return;
        }
        for (String setting : ON) {
            alter("set " + setting);
        }
        long from = Files.size(site.postgres().log());
        try {
            load.once();
        } finally {
            alter("reset all");
        }
        Path file = site.logs().resolve("plans-" + name.replaceAll("[^a-z0-9]+", "-") + ".txt");
        Files.write(file, since(from));
    }

    private void alter(String change) throws SQLException {
        try (var connection = site.postgres().connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("alter system " + change);
            statement.execute("select pg_reload_conf(), pg_sleep(0.3)");
        }
    }

    private byte[] since(long from) throws IOException {
        try (var log = new RandomAccessFile(site.postgres().log().toFile(), "r")) {
            log.seek(from);
            byte[] plans = new byte[(int) (log.length() - from)];
            log.readFully(plans);
            return plans;
        }
    }
}
