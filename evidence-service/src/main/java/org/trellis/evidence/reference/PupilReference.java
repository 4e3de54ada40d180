package org.trellis.evidence.reference;

import java.util.regex.Pattern;

/**
 * The form of a reference: a pseudonym made at the school by keyed HMAC-SHA-256, 32 bytes as base64url without padding.
 * The last of its 43 characters holds four bits only, so that each pseudonym has one spelling.
 */
public final class PupilReference {
    public static final String EXPECTED =
            "must be a reference made at the school: 43 characters of base64url (HMAC-SHA-256)";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");

    private static final Pattern SOMEWHERE = Pattern.compile("(?<![A-Za-z0-9_-])" + FORM + "(?![A-Za-z0-9_-])");

    private PupilReference() {}

    /** True where one stands anywhere in a text, in which it would outlive its erasure. */
    public static boolean isIn(String text) {
        return text != null && SOMEWHERE.matcher(text).find();
    }

    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }
}
