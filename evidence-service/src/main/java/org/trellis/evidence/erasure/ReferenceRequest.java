package org.trellis.evidence.erasure;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.trellis.evidence.reference.PupilReference;
import org.trellis.evidence.reference.Upn;

/** Whom a request is about. It comes in the body, never in an address, which others write down. */
record ReferenceRequest(@NotNull String reference) {
    @AssertTrue(message = PupilReference.EXPECTED)
    boolean isReferenceMadeAtTheSchool() {
        return reference == null || !Upn.isIn(reference) && PupilReference.isOne(reference);
    }
}
