package org.trellis.reporting.chart;

/**
 * Okabe and Ito's colours, which readers with any form of colour blindness can tell apart (Okabe and Ito 2008, "Color
 * Universal Design"); shapes and dashes tell the same once more, for print in black and white.
 */
enum Palette {
    BLUE("#0072b2"),
    VERMILION("#d55e00"),
    GREEN("#009e73"),
    INK("#1c2430"),
    QUIET("#4a5566"),
    LINE("#c9d0da"),
    PAPER("#ffffff");

    private final String code;

    Palette(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
