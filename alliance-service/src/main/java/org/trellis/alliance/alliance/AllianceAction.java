package org.trellis.alliance.alliance;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trellis.alliance.Roles;

/** The moves of an alliance: others award and take a designation, the alliance hands it on, or ends. */
public enum AllianceAction {
    AWARD_DESIGNATION(false, List.of("PLATFORM_ADMIN"), List.of("on")),
    LOSE_DESIGNATION(true, List.of("PLATFORM_ADMIN"), List.of("on", "reason")),
    HAND_ON(true, List.of("ALLIANCE_LEAD", "TRUST_TEAM", "PLATFORM_ADMIN"), List.of("on", "organisationId")),
    END(null, List.of("ALLIANCE_LEAD", "TRUST_TEAM", "PLATFORM_ADMIN"), List.of("on", "endingReason"));

    /** Null where that does not matter. */
    private final Boolean ofTheDesignated;

    private final List<String> by;
    private final List<String> needs;

    AllianceAction(Boolean ofTheDesignated, List<String> by, List<String> needs) {
        this.ofTheDesignated = ofTheDesignated;
        this.by = by;
        this.needs = needs;
    }

    List<String> needs() {
        return needs;
    }

    void require(Roles.Held held) {
        held.require("move an alliance", by.toArray(String[]::new));
    }

    /**
     * The moves of an alliance that works which the caller's roles allow, with what is in their way.
     *
     * @param designated whether a designation is open
     * @param led whether an organisation leads with no end in sight
     */
    static List<Action> of(Roles.Held held, boolean designated, boolean led) {
        var actions = new ArrayList<Action>();
        for (var action : values()) {
            if (held.holdsAny(action.by.toArray(String[]::new)) && action.fits(designated)) {
                var needs = new ArrayList<>(action.needs);
                if (action == AWARD_DESIGNATION && !led) {
                    needs.add("organisationId");
                }
                actions.add(new Action(action.toString(), true, List.of(), needs));
            }
        }
        return actions;
    }

    private boolean fits(boolean designated) {
        return ofTheDesignated == null || ofTheDesignated == designated;
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
