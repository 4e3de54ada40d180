package org.trellis.evidence.submission;

/** Within which a reference means the same person: who holds the key that made it. */
enum ReferenceScope {
    SCHOOL,
    TRUST,
    PROJECT
}
