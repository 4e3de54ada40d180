package org.trellis.imports;

/** What became of rows. @param unchanged rows that found everything as they say already */
public record ImportTally(int created, int changed, int unchanged) {
    public static final ImportTally NONE = new ImportTally(0, 0, 0);

    public ImportTally plus(ImportTally other) {
        return new ImportTally(created + other.created, changed + other.changed, unchanged + other.unchanged);
    }
}
