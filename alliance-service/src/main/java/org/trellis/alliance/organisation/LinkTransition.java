package org.trellis.alliance.organisation;

import jakarta.validation.constraints.NotNull;

/** What becomes of a proposed link. */
record LinkTransition(@NotNull Action action) {
    enum Action {
        confirm,
        reject
    }
}
