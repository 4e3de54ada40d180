package org.trellis.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.util.PSQLException;

/**
 * The last resort of a rule is a constraint, and its name is the rule's code: {@code membership_once_at_a_time} answers
 * as 409 {@code membership-once-at-a-time}. Whatever else the database says is our fault and stays a 500.
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
        }
        return HttpProblem.valueOf(Response.Status.INTERNAL_SERVER_ERROR);
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
