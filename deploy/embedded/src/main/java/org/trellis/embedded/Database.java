package org.trellis.embedded;

import java.util.Map;

/**
 * One service's database with its three login roles: the owner migrates, the writer is not subject to row-level
 * security, the reader is.
 */
public record Database(String name, String url, Login owner, Login writer, Login reader) {

    /** The keys by which a service finds its database. */
    public Map<String, String> settings() {
        return Map.of(
                "quarkus.datasource.jdbc.url", url,
                "quarkus.datasource.username", writer.user,
                "quarkus.datasource.password", writer.password,
                "quarkus.datasource.reader.jdbc.url", url,
                "quarkus.datasource.reader.username", reader.user,
                "quarkus.datasource.reader.password", reader.password,
                "quarkus.flyway.jdbc-url", url,
                "quarkus.flyway.username", owner.user,
                "quarkus.flyway.password", owner.password);
    }

    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }
}
