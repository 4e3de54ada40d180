package org.trellis.alliance.membership;

/**
 * What a rule refuses.
 *
 * @param at which of the changes, from 0
 * @param code the rule's stable code
 * @param detail for a person
 */
record Refusal(int at, String code, String detail) {}
