package org.trellis.web;

/** What text this system keeps. */
public final class Text {
    private Text() {}

    /** False for text with a NUL, which PostgreSQL does not hold, or with half a surrogate pair, which is no text. */
    public static boolean storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c) && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
                return false;
            }
        }
        return true;
    }
}
