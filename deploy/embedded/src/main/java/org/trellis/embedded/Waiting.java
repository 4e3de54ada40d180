package org.trellis.embedded;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a server to come up, and no longer than it lives. */
public final class Waiting {
    private static final long PAUSE = Duration.ofMillis(25).toNanos();

    private Waiting() {}

    public static void until(String what, Duration patience, Child child, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (!child.alive()) {
                throw new IllegalStateException(
                        child.name() + " ended before it was ready, see " + child.log() + ":\n" + child.lastOutput(5));
            }
            if (System.nanoTime() > deadline) {
                child.kill();
                throw new IllegalStateException("Waited " + patience.toSeconds() + " s in vain until " + what + ", see "
                        + child.log() + ":\n" + child.lastOutput(5));
            }
            LockSupport.parkNanos(PAUSE);
        }
    }
}
