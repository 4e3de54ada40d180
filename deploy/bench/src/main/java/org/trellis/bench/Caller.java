package org.trellis.bench;

import java.util.function.Supplier;
import org.trellis.embedded.Token;

/** Someone with a token, which is renewed well before it runs out. */
final class Caller {
    private static final long RENEWED_AFTER = 120_000_000_000L;

    private final Supplier<Token> token;
    private String authorization;
    private long signedAt;

    Caller(Supplier<Token> token) {
        this.token = token;
    }

    synchronized String authorization() {
        if (authorization == null || System.nanoTime() - signedAt > RENEWED_AFTER) {
            signedAt = System.nanoTime();
            authorization = "Bearer " + token.get().signed();
        }
        return authorization;
    }
}
