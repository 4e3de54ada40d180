package org.trellis.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** A look whether something answers; the JDK's small client, as it keeps no threads. */
final class Http {
    private Http() {}

    /** The status of a GET, or 0 where nothing answers. */
    static int status(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            connection.setInstanceFollowRedirects(false);
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return 0;
        }
    }
}
