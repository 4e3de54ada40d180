package org.trellis.alliance.alliance;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.trellis.web.Versioned;

/**
 * One alliance as callers see it.
 *
 * @param actions what this caller may do to it now
 */
public record AllianceView(@JsonUnwrapped AllianceRow alliance, List<Action> actions) implements Versioned {
    @Override
    public long version() {
        return alliance.version();
    }
}
