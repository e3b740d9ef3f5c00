package io.tikit.core.routing;

import io.tikit.core.access.Candidates;

/** The custom fields and facts by which rules speak to those who choose the agent, and to those who ask why. */
final class RoutingFields {
    /** What the agent of a ticket must know, such as {@code german=3 vpn=5}. */
    static final String SKILLS = "routing_skills";
    /** Who would be best for a ticket. */
    static final String AGENT = "routing_agent";

    /** Who put a ticket back and does not get it by routing, see {@link Releases}. */
    static final String RELEASED_BY = "routing_released_by";

    /** Who left a ticket alone until it came back, and gets it only if nobody else can have it. */
    static final String RETURNED_BY = "routing_returned_by";

    static final String SOURCE = Candidates.SOURCE;
    static final String RULE = "rule";
    static final String RULE_VERSION = "rule.version";
    static final String RULE_POINTS = "rule.points";
    /** How people gave or took a ticket, see {@link io.tikit.api.routing.AssignmentCause}. */
    static final String CAUSE = "cause";
    /** What they said for it. */
    static final String SAID = "said";

    static final String SETUP = "setup";
    static final String REASON = "reason";
    static final String PASSED_OVER = Candidates.PASSED_OVER;

    private RoutingFields() {}
}
