package io.tikit.core.link;

import io.tikit.api.event.EventTypes;
import io.tikit.api.link.LinkKind;
import io.tikit.api.link.UnlinkTickets;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.ticket.TicketChecks;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Takes links away. */
final class UnlinkTicketsHandler implements CommandHandler<UnlinkTickets, Boolean> {
    private final LinkRules rules;

    @Inject
    UnlinkTicketsHandler(LinkRules rules) {
        this.rules = rules;
    }

    @Override
    public Class<UnlinkTickets> type() {
        return UnlinkTickets.class;
    }

    @Override
    public void check(UnlinkTickets command, Violations violations) {
        TicketChecks.key(command.key(), violations);
    }

    @Override
    public Boolean handle(UnlinkTickets command, Prepared prepared, Execution execution) {
        LinkKind kind = command.kind();
        LinkRules.Pair pair = rules.lock(command.from(), kind, command.to(), execution);
        return execution.once(
                command.key(),
                command,
                Optional.of(pair.from().id().value()),
                use -> use.detail().equals(pair.to().id().value()),
                () -> unlink(pair, kind, execution),
                // The detail tells whether there was a link: the other ticket if there was, the same one if not.
                there -> new UUID[] {
                    pair.from().id().value(),
                    (there ? pair.to() : pair.from()).id().value()
                });
    }

    private boolean unlink(LinkRules.Pair pair, LinkKind kind, Execution execution) {
        boolean there = execution
                .unit()
                .links()
                .delete(pair.from().id(), kind, pair.to().id());
        if (there) {
            rules.write(pair, kind, false, EventTypes.TICKET_UNLINKED, execution);
        }
        return there;
    }
}
