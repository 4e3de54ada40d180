package org.trellis.evidence;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What is traced while somebody listens. Nothing exports it as the service is built; an operator may have it exported. */
@Singleton
class Spans implements SpanProcessor {
    private final Queue<String> ended = new ConcurrentLinkedQueue<>();
    private volatile boolean listening;

    void listen() {
        listening = true;
    }

    List<String> heard() {
        listening = false;
        return List.copyOf(ended);
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // of no interest before it has all of its attributes
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        if (listening) {
            ended.add(span.toSpanData().toString());
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
