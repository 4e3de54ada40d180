package org.trellis.paging;

/** What stands in the cells of CSV that leaves. */
public final class Cells {
    private Cells() {}

    /** A text that a spreadsheet would take for a formula is led by an apostrophe. */
    public static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
