package org.trellis.embedded;

/**
 * One service's database with its three login roles: the owner migrates, the writer is not subject to row-level
 * security, the reader is.
 */
public record Database(String name, String url, Login owner, Login writer, Login reader) {

    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }
}
