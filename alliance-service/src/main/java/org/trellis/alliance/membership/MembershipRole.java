package org.trellis.alliance.membership;

/** An organisation's place in an alliance. */
public enum MembershipRole {
    LEAD,
    STRATEGIC_PARTNER,
    MEMBER,
    ASSOCIATE
}
