package org.trellis.identity;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** Puts the caller on a reader connection as it leaves the pool and takes it off on return: no caller, no rows. */
@ApplicationScoped
@DataSource("reader")
class ActorOnConnection implements AgroalPoolInterceptor {
    @Override
    public void onConnectionAcquire(Connection connection) {
        set(connection, caller());
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        set(connection, "");
    }

    private static String caller() {
        return CurrentRequest.actor().map(Actor::json).orElse("");
    }

    private static void set(Connection connection, String actor) {
        try (var set = connection.prepareStatement("select set_config('app.actor', ?, false)")) {
            set.setString(1, actor);
            set.execute();
        } catch (SQLException e) {
            // A connection on which the caller cannot be changed must not be used by anyone.
            throw new IllegalStateException("cannot set the caller on a reader connection", e);
        }
    }
}
