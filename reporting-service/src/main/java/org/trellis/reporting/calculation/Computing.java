package org.trellis.reporting.calculation;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;

/**
 * Computes on threads of the machine, as many as it has processors. On a virtual thread long arithmetic would hold its
 * carrier, of which there are as few, and every other request with it.
 */
@ApplicationScoped
class Computing {
    private final ExecutorService threads = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("computing-", 0).daemon().factory());

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all that is wrong */
    <T> T answered(Callable<T> calculation) {
        try {
            return threads.submit(calculation).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InvalidCalculation invalid) {
                throw Problems.invalid(invalid.faults().stream()
                        .map(fault -> Violation.body(fault.path(), fault.message()))
                        .toList());
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
