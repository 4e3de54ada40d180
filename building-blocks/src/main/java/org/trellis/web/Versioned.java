package org.trellis.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;

/** A single view of something that has versions; the answer carries it as an entity tag {@code "version-hash"}. */
public interface Versioned {
    Pattern TAG = Pattern.compile("(?:W/)?\"(\\d+)-[0-9a-f]+\"");

    /** Counts the changes; shown in the view, and the part of its entity tag that {@code If-Match} compares. */
    long version();

    /**
     * Checks that a change is based on the current version.
     *
     * @param ifMatch the header as sent; the hash in it is not compared, since it depends on the reader
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 428 without it, 412 with another version, 400 if malformed
     */
    static void require(String ifMatch, long current) {
        if (ifMatch == null) {
            throw Problems.ifMatchRequired();
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Problems.invalid(Violation.header("If-Match", "must be an ETag that this service gave"));
        }
        if (!tag.group(1).equals(Long.toString(current))) {
            throw Problems.stale();
        }
    }
}
