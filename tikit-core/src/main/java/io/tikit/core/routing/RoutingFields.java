package io.tikit.core.routing;

/** The custom fields and facts by which rules speak to those who choose the agent, and to those who ask why. */
final class RoutingFields {
    /** What the agent of a ticket must know, such as {@code german=3 vpn=5}. */
    static final String SKILLS = "routing_skills";
    /** Who would be best for a ticket. */
    static final String AGENT = "routing_agent";

    static final String SOURCE = "routing";
    static final String RULE = "rule";
    static final String RULE_VERSION = "rule.version";
    static final String RULE_POINTS = "rule.points";
    static final String SETUP = "setup";
    static final String REASON = "reason";
    static final String PASSED_OVER = "passed";

    private RoutingFields() {}
}
