package org.trellis.imports;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A received file as rows, whatever it is written in. */
interface ImportSource extends Closeable {
    /** A row as the kind reads it, and as it came. */
    record Row(ImportLine line, List<String> cells) {}

    /** What the cells of a row as it came are called. */
    List<String> header();

    /** The next row; null at the end. A row that cannot be taken apart comes with its line refused. */
    Row next() throws IOException, ImportRefused;
}
