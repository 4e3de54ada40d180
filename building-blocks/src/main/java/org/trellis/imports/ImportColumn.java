package org.trellis.imports;

import java.util.List;

/**
 * A column that a file may have; it is found by its header, wherever it stands.
 *
 * @param name as the file's own documentation writes it
 * @param required a file without it is refused
 * @param otherNames by which older or other extracts call it
 */
public record ImportColumn(String name, boolean required, List<String> otherNames) {
    public static ImportColumn required(String name, String... otherNames) {
        return new ImportColumn(name, true, List.of(otherNames));
    }

    public static ImportColumn optional(String name, String... otherNames) {
        return new ImportColumn(name, false, List.of(otherNames));
    }
}
