package org.trellis.exports;

import java.time.Instant;
import java.util.UUID;

/**
 * A list that is being written out, or was, as who asked for it sees it.
 *
 * @param list the address that was asked for
 * @param state QUEUED, RUNNING, DONE, or FAILED (not the caller's fault)
 * @param rows how many are written so far
 * @param file where it can be fetched once it is done, for a day
 */
record ExportView(UUID id, String list, String state, int rows, Instant requestedAt, Instant finishedAt, String file) {}
