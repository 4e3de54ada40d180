package org.trellis.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.annotation.Priority;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.util.PSQLException;

/**
 * The last resort of a rule is a constraint, and its name is the rule's code: {@code membership_once_at_a_time} answers
 * as 409 {@code membership-once-at-a-time}. A database that is away, full or out of connections, and one that had two
 * changes wait for each other, is a 503: the same may be sent again, with its Idempotency-Key, as a commit's answer can be lost too. Whatever else it says is our
 * fault and stays a 500.
 */
final class RefusedByDatabase {
    private RefusedByDatabase() {}

    static HttpProblem of(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof HttpProblem problem) {
                return problem;
            }
            if (e instanceof PSQLException sql
                    && sql.getServerErrorMessage() != null
                    && sql.getServerErrorMessage().getConstraint() != null) {
                var code = sql.getServerErrorMessage().getConstraint().replace('_', '-');
                return Problems.conflict(code, "The change breaks the rule " + code);
            }
            if (e instanceof SQLException sql && passing(sql)) {
                return Problems.unavailable();
            }
        }
        return HttpProblem.valueOf(Response.Status.INTERNAL_SERVER_ERROR);
    }

    /** Connection lost or refused, deadlock, disk full, shutting down; without a state, none free in the pool. */
    private static boolean passing(SQLException e) {
        return e.getSQLState() == null || Stream.of("08", "40", "53", "57P").anyMatch(e.getSQLState()::startsWith);
    }

    @Provider
    @Priority(Priorities.USER)
    static class OfTransactions extends ExceptionMapperBase<QuarkusTransactionException> {
        @Override
        protected HttpProblem toProblem(QuarkusTransactionException e) {
            return of(e);
        }
    }

    @Provider
    @Priority(Priorities.USER)
    static class OfHibernate extends ExceptionMapperBase<PersistenceException> {
        @Override
        protected HttpProblem toProblem(PersistenceException e) {
            return of(e);
        }
    }

    @Provider
    @Priority(Priorities.USER)
    static class OfSql extends ExceptionMapperBase<JdbiException> {
        @Override
        protected HttpProblem toProblem(JdbiException e) {
            return of(e);
        }
    }
}
