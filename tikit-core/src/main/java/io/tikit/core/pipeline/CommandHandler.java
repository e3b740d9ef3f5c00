package io.tikit.core.pipeline;

import io.tikit.api.Command;
import io.tikit.api.TenantId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.TicketChange;
import java.util.List;
import java.util.Set;

/**
 * What one kind of command means, in three steps that the pipeline takes in order.
 *
 * @param <C> the command
 * @param <R> its result
 */
public interface CommandHandler<C extends Command<R>, R> {
    Class<C> type();

    /** Checks what can be seen in the command alone; reads nothing. */
    void check(C command, Violations violations);

    /** The users that the command speaks of, which the pipeline reads in one statement with the actor. */
    default Set<UserId> mentions(C command) {
        return Set.of();
    }

    /**
     * Whether an interceptor may add these changes of a ticket to a command of this kind. If so, they are in
     * {@link Execution#added()} while the command is handled, which applies them without asking what the caller may do.
     */
    default boolean takes(List<TicketChange> added) {
        return added.isEmpty();
    }

    /** The users that added changes speak of. */
    default Set<UserId> mentionedIn(List<TicketChange> added) {
        return Set.of();
    }

    /** Fetches, outside the unit of work, what the command needs from elsewhere; repeated for each try. */
    default Prepared prepare(TenantId tenant, C command) {
        return Prepared.NOTHING;
    }

    /** Authorises, loads, decides and writes, inside the unit of work. */
    R handle(C command, Prepared prepared, Execution execution);

    /**
     * What was fetched outside the unit.
     *
     * @param number a ticket number, or 0
     */
    record Prepared(long number) {
        public static final Prepared NOTHING = new Prepared(0);
    }
}
