package org.trellis.local.sample;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Does what does not depend on each other a few at a time. */
final class Together {
    private static final int AT_A_TIME = 4;

    private Together() {}

    static <T> void each(Collection<T> things, Consumer<T> work) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
            List<Future<?>> running = things.stream()
                    .map(thing -> threads.submit(() -> work.accept(thing)))
                    .collect(Collectors.toList());
            running.forEach(Together::await);
        }
    }

    private static void await(Future<?> one) {
        try {
            one.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the sample was loaded", e);
        }
    }
}
