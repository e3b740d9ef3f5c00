package io.tikit.core.ticket;

import io.tikit.api.Command;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.TicketChange;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A command that carries changes of a ticket, to which interceptors may add.
 *
 * @param <C> the command
 * @param <R> its result
 */
public interface TicketCommandHandler<C extends Command<R>, R> extends CommandHandler<C, R> {
    @Override
    default boolean takes(List<TicketChange> added) {
        Violations found = new Violations();
        TicketChecks.changes(added, found);
        return found.isEmpty();
    }

    @Override
    default Set<UserId> mentionedIn(List<TicketChange> added) {
        return TicketChecks.mentions(added);
    }

    /** The changes of a command with those that were added, which win. */
    static List<TicketChange> with(List<TicketChange> given, List<TicketChange> added) {
        if (added.isEmpty()) {
            return given;
        }
        List<TicketChange> all = new ArrayList<>(given);
        all.addAll(added);
        return all;
    }
}
