package org.shieldwall.world;

/** Kinds of entities; each has a contiguous block of entity numbers, in this order, sorted by path. */
public enum EntityKind {
    ORGANISATION,
    NETWORK,
    ASSET,
    ACCOUNT,
    CREW,
    SERVICE,
    SERVICE_CLASS,
    SENSOR,
    ACTOR,
    CAMPAIGN,
    STEP,
    COMMUNITY,
    LEVER
}
