package org.trellis.identity;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.jdbi.v3.core.statement.TemplateEngine.Parsing;

/**
 * Puts the caller before each statement of the reader, in the same message to PostgreSQL and for that transaction alone:
 * no caller, no rows. What does not pass here finds none, as the caller before is gone when his transaction ends.
 */
final class CallerOnStatement implements JdbiPlugin, StatementCustomizer {
    private static final String CALLER = "select set_config('app.actor', :the_caller, true);\n";

    @Override
    public void customizeJdbi(Jdbi jdbi) {
        var statements = jdbi.getConfig(SqlStatements.class);
        var templates = statements.getTemplateEngine();
        statements.setTemplateEngine((Parsing)
                (sql, config) -> templates.parse(sql, config).map(parsed -> context -> CALLER + parsed.apply(context)));
        statements.addCustomizer(this);
    }

    @Override
    public void beforeBinding(PreparedStatement statement, StatementContext context) {
        context.getBinding().addNamed("the_caller", CurrentRequest.callerJson().orElse(""));
    }

    /** Goes on from what setting the caller returned to what the statement did. */
    @Override
    public void afterExecution(PreparedStatement statement, StatementContext context) throws SQLException {
        statement.getMoreResults();
    }
}
