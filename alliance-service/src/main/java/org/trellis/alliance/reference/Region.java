package org.trellis.alliance.reference;

/** A region of England. @param code of the Office for National Statistics */
public record Region(String code, String name) {}
