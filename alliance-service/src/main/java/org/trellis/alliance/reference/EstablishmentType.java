package org.trellis.alliance.reference;

/** What the register calls a type of establishment. @param typeGroup whose it is: MAINTAINED, ACADEMY and so on */
public record EstablishmentType(String code, String name, String typeGroup) {}
