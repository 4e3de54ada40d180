package org.trellis.reporting.progress;

import java.util.List;

/** An answer that can be had as CSV too. */
interface Tabular {
    /** What stands in the rows. */
    List<?> rows();
}
