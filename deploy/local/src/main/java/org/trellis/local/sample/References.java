package org.trellis.local.sample;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes references as a school's own system does, by keyed HMAC (SHA-256, base64url, 43 characters). A real key is
 * random, and never leaves the controller; this one is of invented people.
 */
public final class References {
    private static final byte[] KEY = "the key of people who are invented".getBytes(StandardCharsets.UTF_8);

    private References() {}

    /** @param number what the school calls the pupil or member of staff */
    public static String of(String urn, String number) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal((urn + "/" + number).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
