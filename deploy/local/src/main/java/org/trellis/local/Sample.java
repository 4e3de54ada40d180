package org.trellis.local;

import java.net.URI;
import java.util.function.Consumer;

/**
 * What fills an empty installation so that there is something to look at. It goes in by the front address, as any
 * caller's data would. Found by {@link java.util.ServiceLoader}.
 */
public interface Sample {

    /**
     * @param front    the front address, without a slash at its end
     * @param issuer   Keycloak's realm, where the sample's people get their tokens
     * @param progress lines for the person who waits
     * @return what to look at first
     */
    URI load(URI front, URI issuer, Consumer<String> progress);
}
