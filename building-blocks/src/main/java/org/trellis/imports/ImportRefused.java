package org.trellis.imports;

import java.util.List;

/** A file is refused as a whole. */
final class ImportRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<ImportFault> faults;

    ImportRefused(List<ImportFault> faults) {
        super("refused", null, false, false);
        this.faults = faults;
    }

    ImportRefused(String code, String message) {
        this(List.of(new ImportFault(0, "", code, "", message)));
    }

    List<ImportFault> faults() {
        return faults;
    }
}
