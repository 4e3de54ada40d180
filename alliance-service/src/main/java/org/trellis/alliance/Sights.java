package org.trellis.alliance;

import org.trellis.paging.Sight;

/** What decides how much callers see; the policies of the database say the same. */
public final class Sights {
    /** Organisations, alliances and who works with whom: open to whoever speaks for an organisation. */
    public static final Sight DIRECTORY = Sight.whole("actor_reads_directory()");

    /** People, and what they are appointed to: by relationship. */
    public static final Sight PEOPLE =
            Sight.through("person", "visible_person_ids()", "actor_has_role('platform-admin')");

    /** What an alliance has agreed for itself: by belonging to it. */
    public static final Sight MEMBERS =
            Sight.through("alliance", "actor_alliance_ids()", "actor_has_role('platform-admin')");

    private Sights() {}
}
