package org.shieldwall.scenarios.shape;

/** Kinds of things that have names. */
public enum Kind {
    SOURCE("source"),
    ORGANISATION("organisation"),
    NETWORK("network"),
    ASSETS("asset"),
    TEMPLATE("template"),
    ACCOUNT("account"),
    CREW("crew"),
    SERVICE("service"),
    ACTOR("actor"),
    TECHNIQUE("technique"),
    CAMPAIGN("campaign"),
    PLAYBOOK("playbook"),
    COMMUNITY("community"),
    LEVER("lever"),
    STRATEGY("strategy"),
    PROBE("probe");

    private final String noun;

    Kind(String noun) {
        this.noun = noun;
    }

    public String noun() {
        return noun;
    }

    /** "an asset", "a service". */
    public String withArticle() {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }
}
