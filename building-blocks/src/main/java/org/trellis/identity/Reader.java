package org.trellis.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;

/** What returns rows to a caller: selects only, under row-level security, as the caller of this request. */
@Singleton
public final class Reader extends Sql {
    Reader(@DataSource("reader") AgroalDataSource source, ObjectMapper json) {
        super(source, json);
    }
}
