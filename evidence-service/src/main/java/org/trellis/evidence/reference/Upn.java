package org.trellis.evidence.reference;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Unique pupil numbers, which must never come in here. A letter, eleven digits, and a digit (permanent) or a letter
 * (temporary); the first letter checks the rest, which tells a UPN from text that only looks like one. Spaces in it and
 * full-width characters, as spreadsheets and forms leave them, hide none.
 */
public final class Upn {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRTUVWXYZ";
    private static final int LENGTH = 13;
    private static final String SPACE = "[\\s\\p{Z}\\p{Cf}]";

    /** Looks ahead, so that a number is found which begins within another's shape. */
    private static final Pattern SHAPE = Pattern.compile(
            "(?<![A-Z0-9])(?=([A-HJ-NP-RT-Z](?:" + SPACE + "*+\\p{Nd}){11}" + SPACE
                    + "*+[\\p{Nd}A-HJ-NP-RT-Z])(?![A-Z0-9]))",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SPACES = Pattern.compile(SPACE);

    private Upn() {}

    /** True where a UPN stands anywhere in the text. */
    public static boolean isIn(String text) {
        return text != null
                && !tooShort(text)
                && SHAPE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                        .results()
                        .map(found -> SPACES.matcher(found.group(1)).replaceAll(""))
                        .anyMatch(number -> checks(number.toUpperCase(Locale.ROOT)));
    }

    /** As most cells of a file are. Of characters other than ASCII's one may stand for several. */
    private static boolean tooShort(String text) {
        boolean ascii = text.length() < LENGTH;
        for (int i = 0; ascii && i < text.length(); i++) {
            ascii = text.charAt(i) < 128;
        }
        return ascii;
    }

    /** The characters after the letter, times 2 to 13, summed, modulo 23, name the letter. */
    private static boolean checks(String number) {
        int sum = 0;
        for (int i = 1; i < number.length(); i++) {
            char c = number.charAt(i);
            sum += (i + 1) * (Character.isDigit(c) ? Character.digit(c, 10) : ALPHABET.indexOf(c));
        }
        return number.charAt(0) == ALPHABET.charAt(sum % ALPHABET.length());
    }
}
