package org.trellis.testing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.trellis.embedded.SuiteResource;

/** What a service's reader sees of its database where no caller is on the connection: nothing. */
public final class WithoutCaller {
    private static final String READABLE = """
            select quote_ident(relname), relkind = 'r' and not relrowsecurity from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm')
              and has_table_privilege(oid, 'select') order by 1""";

    private WithoutCaller() {}

    /** @return each table that shows the reader rows, or keeps them back by no policy */
    public static List<String> open(String service) throws SQLException {
        var login = SuiteResource.postgres().database(service).reader();
        var open = new ArrayList<String>();
        try (var reader = SuiteResource.postgres().connect(service, login);
                var tables = reader.createStatement();
                var counts = reader.createStatement();
                var table = tables.executeQuery(READABLE)) {
            while (table.next()) {
                var name = table.getString(1);
                try (var shown = counts.executeQuery("select exists (select from " + name + ")")) {
                    shown.next();
                    if (table.getBoolean(2) || shown.getBoolean(1)) {
                        open.add(name);
                    }
                }
            }
        }
        return open;
    }
}
