package org.trellis.alliance.register;

import java.util.Locale;
import java.util.Map;
import org.trellis.alliance.organisation.OrganisationStatus;
import org.trellis.alliance.organisation.Phase;
import org.trellis.alliance.organisation.Setting;
import org.trellis.alliance.organisation.UrbanRural;

/** The register's words, and ours. */
final class EstablishmentCodes {
    static final Map<String, OrganisationStatus> STATUS = Map.of(
            "Open", OrganisationStatus.OPEN,
            "Open, but proposed to close", OrganisationStatus.OPEN,
            "Closed", OrganisationStatus.CLOSED,
            "Proposed to open", OrganisationStatus.PROPOSED);

    static final Map<String, Phase> PHASE = Map.of(
            "Not applicable", Phase.NOT_APPLICABLE,
            "Nursery", Phase.NURSERY,
            "Primary", Phase.PRIMARY,
            "Middle deemed primary", Phase.MIDDLE_DEEMED_PRIMARY,
            "Secondary", Phase.SECONDARY,
            "Middle deemed secondary", Phase.MIDDLE_DEEMED_SECONDARY,
            "16 plus", Phase.SIXTEEN_PLUS,
            "All-through", Phase.ALL_THROUGH);

    private EstablishmentCodes() {}

    /** Academy 16 to 19 converter becomes ACADEMY_16_TO_19_CONVERTER. */
    static String type(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_").replaceAll("^_|_$", "");
    }

    /** The type tells of special schools and alternative provision, of which the phase says "not applicable". */
    static Setting setting(String type, Phase phase) {
        if (type.contains("POST_16") || type.contains("FURTHER_EDUCATION") || type.contains("SIXTH_FORM")) {
            return Setting.SIXTEEN_PLUS;
        }
        if (type.contains("SPECIAL")) {
            return Setting.SPECIAL;
        }
        if (type.contains("ALTERNATIVE_PROVISION") || type.equals("PUPIL_REFERRAL_UNIT")) {
            return Setting.ALTERNATIVE_PROVISION;
        }
        return switch (phase) {
            case NURSERY -> Setting.NURSERY;
            case PRIMARY -> Setting.PRIMARY;
            case MIDDLE_DEEMED_PRIMARY, MIDDLE_DEEMED_SECONDARY -> Setting.MIDDLE;
            case SECONDARY -> Setting.SECONDARY;
            case SIXTEEN_PLUS -> Setting.SIXTEEN_PLUS;
            case ALL_THROUGH -> Setting.ALL_THROUGH;
            case NOT_APPLICABLE -> null;
            case null -> null;
        };
    }

    /** The register's classes all have one of the two words in them, or neither. */
    static UrbanRural urbanRural(String name) {
        if (name == null) {
            return null;
        }
        return name.contains("Urban") ? UrbanRural.URBAN : name.contains("Rural") ? UrbanRural.RURAL : null;
    }
}
