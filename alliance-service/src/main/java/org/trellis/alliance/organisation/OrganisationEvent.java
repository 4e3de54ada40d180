package org.trellis.alliance.organisation;

import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of an organisation. */
sealed interface OrganisationEvent extends Event {
    /** An organisation's public state. */
    record State(
            UUID id,
            OrganisationKind kind,
            String name,
            String urn,
            String uid,
            String laCode,
            String registerId,
            String phase,
            String setting,
            String town,
            String postcode,
            OrganisationStatus status,
            boolean invented) {}

    @Override
    default String aggregate() {
        return "organisation";
    }

    /** It is in the directory from now on. */
    record Registered(State state) implements OrganisationEvent {
        @Override
        public String type() {
            return "trellis.alliance.organisation-registered.v1";
        }
    }
}
