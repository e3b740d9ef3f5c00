package io.tikit.spi.condition;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.Condition;
import io.tikit.api.ticket.Ticket;

/**
 * A condition made ready to be decided many times: what can be known before a ticket is at hand is worked out once.
 * Agrees with {@link ConditionInterpreter}. Immutable and safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class CompiledCondition {
    private final Condition source;
    private final Decision decision;

    private CompiledCondition(Condition source, Decision decision) {
        this.source = source;
        this.decision = decision;
    }

    /**
     * Compiles a condition.
     *
     * @param condition a condition that was checked, see {@link ConditionCheck}, and bound, see {@link Binding}
     * @return the compiled form
     * @throws IllegalArgumentException if it is not bound
     */
    public static CompiledCondition of(Condition condition) {
        if (!Binding.isBound(condition)) {
            throw ConditionInterpreter.unbound(condition);
        }
        return new CompiledCondition(condition, Decisions.compile(condition));
    }

    /**
     * Decides over a ticket alone.
     *
     * @param ticket the ticket
     * @return whether the condition holds
     * @throws IllegalArgumentException if it needs more than the state of a ticket
     */
    public boolean holds(Ticket ticket) {
        return holds(ConditionInput.of(ticket));
    }

    /**
     * Decides. Give the same input to all conditions that are asked of one ticket.
     *
     * @param input the ticket and what else is at hand
     * @return whether the condition holds
     * @throws IllegalArgumentException if it needs what is not at hand
     */
    public boolean holds(ConditionInput input) {
        // Values at the ends of time, which no engine makes, have no numbers.
        return input.numbers().exact ? decision.holds(input) : ConditionInterpreter.holds(source, input);
    }

    /** One part, ready to be decided. */
    interface Decision {
        boolean holds(ConditionInput input);
    }
}
