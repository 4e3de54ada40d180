package org.trellis.evidence.reference;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Unique pupil numbers, which must never come in here. A letter, eleven digits, and a digit (permanent) or a letter
 * (temporary); the first letter checks the rest, which tells a UPN from text that only looks like one.
 */
public final class Upn {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRTUVWXYZ";
    private static final Pattern SHAPE = Pattern.compile(
            "(?<![A-Za-z0-9])[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z](?![A-Za-z0-9])", Pattern.CASE_INSENSITIVE);

    private Upn() {}

    /** True where a UPN stands anywhere in the text. */
    public static boolean isIn(String text) {
        return text != null
                && SHAPE.matcher(text)
                        .results()
                        .anyMatch(found -> checks(found.group().toUpperCase(Locale.ROOT)));
    }

    /** The characters after the letter, times 2 to 13, summed, modulo 23, name the letter. */
    private static boolean checks(String number) {
        int sum = 0;
        for (int i = 1; i < number.length(); i++) {
            char c = number.charAt(i);
            sum += (i + 1) * (Character.isDigit(c) ? c - '0' : ALPHABET.indexOf(c));
        }
        return number.charAt(0) == ALPHABET.charAt(sum % ALPHABET.length());
    }
}
