package io.tikit.api.condition;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * A use of conditions and what it takes. Immutable.
 *
 * @param name such as {@code list}, for messages
 * @param takes what is at hand where the condition is decided
 * @param customFields whether custom fields may be asked for
 * @param anchored whether a part that always holds must fix the team, the assignee or the requester
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record ConditionUse(String name, Set<Need> takes, boolean customFields, boolean anchored) {
    /**
     * Lists from storage: {@link io.tikit.api.ticket.Tickets#list}. With words in the condition the index finds the
     * tickets.
     */
    public static final ConditionUse LIST = new ConditionUse("list", EnumSet.of(Need.STATE, Need.TEXT), false, true);

    /** Searches and free filters from the index. */
    public static final ConditionUse SEARCH = of("search", Need.STATE, Need.TEXT);

    /** Counts and facets from the index. */
    public static final ConditionUse COUNT = of("count", Need.STATE, Need.TEXT);

    /** Permissions, which go into every query of storage and index. */
    public static final ConditionUse PERMISSION = new ConditionUse("permission", EnumSet.of(Need.STATE), false, false);

    /** Rules on events, decided with the event at hand. */
    public static final ConditionUse TRIGGER = of("trigger", Need.STATE, Need.CHANGE, Need.HISTORY, Need.HOST);

    /** Rules on time, decided in memory. */
    public static final ConditionUse AUTOMATION = of("automation", Need.STATE, Need.HISTORY, Need.HOST);

    /** Routing and defaults of a new ticket. */
    public static final ConditionUse ROUTING = of("routing", Need.STATE, Need.HOST);

    /** Required-when rules and the logic of forms. */
    public static final ConditionUse FORM = of("form", Need.STATE, Need.HOST);

    /** Which tickets a clock runs for, and when it pauses. */
    public static final ConditionUse CLOCK = of("clock", Need.STATE);

    /** Copies the set. */
    public ConditionUse {
        Objects.requireNonNull(name, "name");
        takes = Set.copyOf(takes);
    }

    /**
     * A use that takes custom fields and needs no anchor.
     *
     * @param name for messages
     * @param takes what is at hand
     * @return the use
     */
    public static ConditionUse of(String name, Need... takes) {
        return new ConditionUse(name, Set.of(takes), true, false);
    }
}
