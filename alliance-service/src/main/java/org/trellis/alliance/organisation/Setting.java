package org.trellis.alliance.organisation;

/** Where pupils are taught; the register's phase says nothing of special schools and alternative provision. */
public enum Setting {
    NURSERY,
    PRIMARY,
    MIDDLE,
    SECONDARY,
    ALL_THROUGH,
    SPECIAL,
    ALTERNATIVE_PROVISION,
    SIXTEEN_PLUS
}
