package io.tikit.api.access;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.category.CategoryId;
import io.tikit.api.condition.Condition;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * On which tickets something is granted. A scope that speaks of the caller holds of no ticket for callers that are no
 * users. Immutable.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public sealed interface Scope {
    /**
     * All tickets.
     *
     * @return the scope
     */
    static Scope all() {
        return new All();
    }

    /**
     * Tickets that the caller asked for.
     *
     * @return the scope
     */
    static Scope requested() {
        return new Own(EnumSet.of(Relation.REQUESTER));
    }

    /** All tickets of the desk; the only scope of what is held of the whole desk. */
    record All() implements Scope {}

    /**
     * Tickets in the queues of the teams of which the caller is a member.
     *
     * @param below whether the teams below those count as well
     */
    record Teams(boolean below) implements Scope {}

    /**
     * Tickets of a category.
     *
     * @param category which one
     * @param below whether the categories below it count as well
     */
    record OfCategory(CategoryId category, boolean below) implements Scope {
        /** Checks that nothing is null. */
        public OfCategory {
            Objects.requireNonNull(category, "category");
        }
    }

    /** Tickets of the organisations to which the caller belongs. */
    record Organisations() implements Scope {}

    /** Tickets of those organisations to which the caller belongs that let their members see each other's tickets. */
    record Shared() implements Scope {}

    /**
     * Tickets to which the caller stands in one of these relations.
     *
     * @param as the relations, at least one
     */
    record Own(Set<Relation> as) implements Scope {
        /**
         * Copies the relations.
         *
         * @throws IllegalArgumentException if there are none
         */
        public Own {
            as = Set.copyOf(as);
            if (as.isEmpty()) {
                throw new IllegalArgumentException("own tickets are those to which one stands in some relation");
            }
        }
    }

    /**
     * Tickets of which a condition holds.
     *
     * @param condition over the built-in fields of the ticket as it is, see {@link
     *     io.tikit.api.condition.ConditionUse#PERMISSION}
     */
    record Where(Condition condition) implements Scope {
        /** Checks that nothing is null. */
        public Where {
            Objects.requireNonNull(condition, "condition");
        }
    }

    /** What somebody may be to a ticket. */
    enum Relation {
        /** Whom it is for. */
        REQUESTER,
        /** Who entered it. */
        SUBMITTER,
        /** Who works on it. */
        ASSIGNEE
    }
}
