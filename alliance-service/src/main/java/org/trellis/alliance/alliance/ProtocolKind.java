package org.trellis.alliance.alliance;

/** For which step a protocol says what must be met. */
public enum ProtocolKind {
    JOINING,
    LEAVING
}
