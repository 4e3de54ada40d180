package org.trellis.alliance.register;

/** The register's extracts. */
enum RegisterFile {
    ESTABLISHMENTS,
    ESTABLISHMENT_LINKS,
    GROUPS,
    GROUP_LINKS
}
