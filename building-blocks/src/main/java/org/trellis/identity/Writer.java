package org.trellis.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;

/**
 * What commands, consumers and computed figures run on: whole, without row-level security, and in the running
 * transaction where there is one. Nothing read here goes to a caller before a check of what this caller may see.
 */
@Singleton
public final class Writer extends Sql {
    Writer(AgroalDataSource source, ObjectMapper json) {
        super(source, json);
    }
}
