package org.trellis.alliance.organisation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of an organisation. */
public sealed interface OrganisationEvent extends Event {
    /** An organisation's public state. */
    record State(
            UUID id,
            OrganisationKind kind,
            String name,
            String urn,
            String uid,
            String laCode,
            String registerId,
            Phase phase,
            Setting setting,
            String town,
            String postcode,
            OrganisationStatus status,
            boolean invented,
            String groupId,
            String laestab,
            String ukprn,
            String type,
            Integer roll,
            BigDecimal freeMealsShare,
            UrbanRural urbanRural,
            LocalDate opensOn,
            LocalDate closesOn,
            List<UUID> predecessorIds,
            List<UUID> successorIds) {}

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

    /** Something that is said of it is different, or what it came from. */
    record Changed(State state) implements OrganisationEvent {
        @Override
        public String type() {
            return "trellis.alliance.organisation-changed.v1";
        }
    }

    /** Something that was said of days that are past was wrong; what is said of today may be the same as before. */
    record Corrected(CorrectedState state) implements OrganisationEvent {
        @Override
        public String type() {
            return "trellis.alliance.organisation-corrected.v1";
        }
    }

    record CorrectedState(@JsonUnwrapped State organisation, Correction correction) {}

    /** It is open no longer. */
    record Closed(State state) implements OrganisationEvent {
        @Override
        public String type() {
            return "trellis.alliance.organisation-closed.v1";
        }
    }
}
