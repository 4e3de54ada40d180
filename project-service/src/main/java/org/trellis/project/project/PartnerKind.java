package org.trellis.project.project;

/** What a partner that is no school of the project is. */
public enum PartnerKind {
    HIGHER_EDUCATION,
    LOCAL_AUTHORITY,
    TRUST,
    DIOCESE,
    SCHOOL,
    CHARITY,
    COMPANY,
    OTHER
}
