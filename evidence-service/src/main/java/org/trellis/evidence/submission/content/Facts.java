package org.trellis.evidence.submission.content;

import java.util.UUID;

/**
 * What a submission knows of its content.
 *
 * @param about who answered, spoke or wrote; null where that is nobody's group
 * @param teacherId for whose development it is
 * @param staffGroup how many answered, where they are staff whose single answers would be recognised
 * @param feedsMeasure whether it is counted for a success measure, and so moderated
 */
public record Facts(
        String about,
        UUID teacherId,
        UUID instrumentId,
        Integer instrumentEdition,
        Integer staffGroup,
        boolean feedsMeasure) {
    public static final Facts NONE = new Facts(null, null, null, null, null, false);
}
