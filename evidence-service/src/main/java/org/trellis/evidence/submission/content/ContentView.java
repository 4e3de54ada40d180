package org.trellis.evidence.submission.content;

import java.util.UUID;
import org.jdbi.v3.json.Json;

/**
 * What a submission holds, without single responses and without the texts that are read as passages.
 *
 * @param revision null for the draft
 */
public record ContentView(
        UUID submissionId, Integer revision, @Json Content content) {}
