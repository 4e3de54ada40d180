package org.trellis.evidence.submission.narrative;

/**
 * Something that somebody wrote or said.
 *
 * @param place where it stands in its form; never a text itself
 * @param byPupil goes to the safeguarding lead first
 */
public record Text(String place, Kind kind, String content, boolean byPupil) {
    /** What it is in its form. */
    public enum Kind {
        THEME,
        QUOTE,
        ANSWER,
        ENTRY,
        COMMENT,
        SUMMARY,
        FINDING,
        TITLE
    }

    /** What somebody called the evidence that they hand in. */
    public static Text title(String title) {
        return new Text("title", Kind.TITLE, title, false);
    }
}
