package org.trellis.evidence.reference;

import java.util.Optional;
import org.trellis.web.Parameters;

/** Free text in an address: an export keeps the address of its list, and others write addresses down. */
public final class AskedFor {
    private AskedFor() {}

    public static Optional<String> text(Parameters parameters, String name) {
        var text = parameters.text(name);
        if (text.filter(t -> Upn.isIn(t) || PupilReference.isIn(t)).isPresent()) {
            parameters.refuse(name, "must not contain a unique pupil number or a reference to a person");
        }
        return text;
    }
}
