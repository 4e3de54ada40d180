package org.trellis.alliance.register;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Map;
import org.trellis.identity.Reader;
import org.trellis.imports.ImportKind;
import org.trellis.imports.ImportLine;

/** What the extracts of the national register have in common. */
abstract class RegisterKind implements ImportKind {
    static final String COLLECTION = "register-imports";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd-MM-uuuu").withResolverStyle(ResolverStyle.STRICT);

    @Override
    public final String collection() {
        return COLLECTION;
    }

    @Override
    public final Charset charset() {
        return Charset.forName("windows-1252");
    }

    @Override
    public final boolean permitted(Reader reader) {
        return reader.one(Boolean.class, "select actor_has_role('platform-admin')", Map.of())
                .orElseThrow();
    }

    static LocalDate day(ImportLine line, String column) {
        return line.day(column, DAY, "must be a day such as 31-08-2026");
    }

    /** The form in which values are kept between reading and applying. */
    static String written(Object value) {
        return value == null ? null : value.toString();
    }
}
