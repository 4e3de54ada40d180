package org.trellis.identity;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionException;

/**
 * Puts the caller on a reader connection whenever it leaves the pool: no caller, no rows. Nobody gets a connection by
 * another way, so the caller before needs no taking off on return, which would cost every read a round trip.
 */
@ApplicationScoped
@DataSource("reader")
class ActorOnConnection implements AgroalPoolInterceptor {
    @Override
    public void onConnectionAcquire(Connection connection) {
        var caller = CurrentRequest.callerJson().orElse("");
        try (var set = connection.prepareStatement("select set_config('app.actor', ?, false)")) {
            set.setString(1, caller);
            set.execute();
        } catch (SQLException e) {
            // A connection on which the caller cannot be changed must not be used by anyone.
            throw new ConnectionException(e);
        }
    }
}
