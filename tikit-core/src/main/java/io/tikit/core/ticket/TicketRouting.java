package io.tikit.core.ticket;

import io.tikit.api.event.Fact;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import java.util.List;
import java.util.Optional;

/** Says into whose queue a ticket goes when nobody has said it. Decides from memory. */
public interface TicketRouting {
    /**
     * What becomes of a new ticket beyond what was given.
     *
     * @param ticket the ticket as given
     * @param description its first text
     * @param given what was said of it, which is never overridden
     */
    Routed created(Ticket ticket, String description, List<TicketChange> given, Execution execution);

    /**
     * What becomes of a ticket beyond the changes that were given.
     *
     * @param before the ticket as it was
     * @param after the ticket as it would be
     * @param given what was said of it, which is never overridden
     */
    Routed updated(Ticket before, Ticket after, List<TicketChange> given, Execution execution);

    /**
     * Lets nobody give an agent more than the agent's capacity, except those who may. Locks the agent, so that nobody gives
     * the agent another ticket meanwhile; the ticket is locked already.
     *
     * @param after the ticket as it would be, with another assignee than before
     */
    void given(Ticket after, Execution execution, Violations found);

    /**
     * After a ticket was written, with its event: sees to what is to happen to it later.
     *
     * @param before the ticket as it was; empty for a new one
     */
    void written(Optional<Ticket> before, Ticket after, Execution execution);

    /**
     * What was decided.
     *
     * @param changes what to change as well
     * @param facts why, to be kept with the event
     */
    record Routed(List<TicketChange> changes, List<Fact> facts) {
        public static final Routed NOTHING = new Routed(List.of(), List.of());

        public Routed {
            changes = List.copyOf(changes);
            facts = List.copyOf(facts);
        }
    }
}
