package org.trellis.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that could not be taken in, without what it carries.
 *
 * @param consumer who could not take it in
 * @param type the event's wire name; null where it had none
 * @param subject the aggregate that it is about; null where it named none
 * @param cause why
 */
public record DeadLetter(
        UUID id,
        String consumer,
        String topic,
        int partition,
        long offset,
        String type,
        String subject,
        String cause,
        Instant parkedAt) {}
