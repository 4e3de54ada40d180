package org.trellis.jobs;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Does one step after the other on a thread of its own: at once when nudged, and every second for what others left. */
public final class Loop {
    private static final long POLL_MS = 1000;

    private final String name;
    private final BooleanSupplier step;
    private final Semaphore nudges = new Semaphore(0);
    private volatile boolean running;
    private Thread thread;

    /** @param step says whether there was anything to do; it never throws */
    public Loop(String name, BooleanSupplier step) {
        this.name = name;
        this.step = step;
    }

    public void nudge() {
        nudges.release();
    }

    public void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).start(this::run);
    }

    /** Waits for the step at hand, for a while. */
    public void stop() throws InterruptedException {
        running = false;
        nudge();
        if (thread != null) {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        }
    }

    private void run() {
        try {
            while (running) {
                nudges.drainPermits();
                if (!step.getAsBoolean()) {
                    nudges.tryAcquire(POLL_MS, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
