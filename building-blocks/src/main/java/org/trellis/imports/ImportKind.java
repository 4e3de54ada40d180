package org.trellis.imports;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trellis.identity.Reader;

/**
 * One kind of file that a service takes in; a bean. Reading is a row at a time; applying works on the rows that were
 * read, a batch in a transaction, and finds everything as it should be already where the same file came before. A step
 * that was cut off is done again from its beginning.
 */
public interface ImportKind {
    /** The collection to whose jobs it belongs, such as {@code register-imports}. */
    String collection();

    /** How callers name it, in upper case; unique in the service. */
    String name();

    /** How its files are written, where they do not say so by a byte order mark. */
    Charset charset();

    List<ImportColumn> columns();

    /** Whether a file with a column that is none of these is refused: what nobody asked for must not even come in. */
    default boolean takesNoOtherColumns() {
        return false;
    }

    /** The id of something that a request names beside the kind and the mode; kept with the job. */
    record Setting(String name, boolean required, String description) {}

    default List<Setting> settings() {
        return List.of();
    }

    /**
     * Looks at what a request names before its file is taken.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 for what is not known here
     */
    default void check(Map<String, String> settings) {}

    /** Whether the uploader, as whom the reader reads, still may; asked before every step. */
    boolean permitted(Reader reader);

    /**
     * Reads one row: notes what is wrong on the line, or gives the values that applying needs, in an order of its own.
     * Nothing where the row is none of this import's business.
     */
    Optional<List<String>> read(ImportLine line);

    /** Reads the rows of one file, one after the other. */
    interface Reading {
        /** As {@link ImportKind#read} does. */
        Optional<List<String>> read(ImportLine line);
    }

    /** What reads a file, where reading a row takes more than the row. */
    default Reading reading(Map<String, String> settings) {
        return this::read;
    }

    /** A cell of a refused row as its uploader gets it back. */
    default String givenBack(String cell) {
        return cell;
    }

    /** Looks at all rows at once and refuses those that cannot be applied, for what the row alone does not show. */
    default void judge(ImportBatch all) {}

    /** Applies the rows of a batch that are not refused. */
    ImportTally apply(ImportBatch batch);

    /** Does what is to be done once when all rows are applied. */
    default ImportTally finish(ImportBatch all) {
        return ImportTally.NONE;
    }

    /** Whether a file may say that it is complete, so that {@link #finish} ends what it does not name. */
    default boolean endsWhatIsMissing() {
        return false;
    }

    /** How many rows are applied in one transaction. */
    default int batchSize() {
        return 2000;
    }
}
