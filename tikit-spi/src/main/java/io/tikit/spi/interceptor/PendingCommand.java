package io.tikit.spi.interceptor;

import io.tikit.api.Actor;
import io.tikit.api.Caller;
import io.tikit.api.Command;
import io.tikit.api.Desk;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.event.Fact;
import io.tikit.api.ticket.TicketChange;
import java.time.Instant;
import java.util.List;

/**
 * A command before it is carried out, as an interceptor sees it. Its shape is checked; whether its caller may give it is
 * not.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface PendingCommand {
    /**
     * What is wanted, as the caller gave it.
     *
     * @return the command
     */
    Command<?> command();

    /**
     * Who calls, for which tenant, by which way.
     *
     * @return the caller
     */
    Caller caller();

    /**
     * Who acts; one of the host's own people as the user that they are on the desk, a part of the engine or of a plugin by
     * its name.
     *
     * @return the actor, never {@link Actor.Subject}
     */
    Actor actor();

    /**
     * The present.
     *
     * @return the instant, cut to milliseconds
     */
    Instant now();

    /**
     * What the interceptors before this one set or cleared beyond the command.
     *
     * @return the changes, in order
     */
    List<TicketChange> added();

    /**
     * What the interceptors before this one said.
     *
     * @return the facts, in order
     */
    List<Fact> facts();

    /**
     * The desk of the command's tenant, for reading everything; commands are refused here. Does not see what the host has
     * not yet committed.
     *
     * @return the desk, acting as the interceptor
     */
    Desk desk();
}
