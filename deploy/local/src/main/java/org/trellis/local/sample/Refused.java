package org.trellis.local.sample;

/** A request that was refused for good, or for longer than one waits. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String request, Answer answer) {
        super(request + " was answered with " + answer.status() + ": "
                + answer.text().lines().findFirst().orElse(""));
    }
}
