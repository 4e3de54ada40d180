package org.trellis.alliance.organisation;

/** What the area around is. */
public enum UrbanRural {
    URBAN,
    RURAL
}
