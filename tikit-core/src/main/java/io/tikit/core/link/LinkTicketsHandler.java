package io.tikit.core.link;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.event.EventTypes;
import io.tikit.api.link.LinkKind;
import io.tikit.api.link.LinkTickets;
import io.tikit.api.link.Links;
import io.tikit.api.link.TicketLink;
import io.tikit.core.pipeline.CommandHandler;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.ticket.TicketChecks;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Links tickets. */
final class LinkTicketsHandler implements CommandHandler<LinkTickets, TicketLink> {
    private final LinkRules rules;

    @Inject
    LinkTicketsHandler(LinkRules rules) {
        this.rules = rules;
    }

    @Override
    public Class<LinkTickets> type() {
        return LinkTickets.class;
    }

    @Override
    public void check(LinkTickets command, Violations violations) {
        TicketChecks.key(command.key(), violations);
    }

    @Override
    public TicketLink handle(LinkTickets command, Prepared prepared, Execution execution) {
        LinkKind kind = command.kind();
        LinkRules.Pair pair = rules.lock(command.from(), kind, command.to(), execution);
        return execution.once(
                command.key(),
                command,
                Optional.of(pair.from().id().value()),
                use -> present(pair, kind, links(pair, execution))
                        .orElseThrow(() -> new NotFoundException(
                                ErrorCode.TICKET_NOT_FOUND, "the link made under this key was taken away since")),
                () -> link(pair, kind, execution),
                link -> new UUID[] {link.from().value(), link.to().value()});
    }

    private static List<TicketLink> links(LinkRules.Pair pair, Execution execution) {
        return execution.unit().links().of(pair.from().id(), Links.MOST_PER_TICKET);
    }

    private static Optional<TicketLink> present(LinkRules.Pair pair, LinkKind kind, List<TicketLink> links) {
        return links.stream()
                .filter(link -> link.kind() == kind
                        && link.from().equals(pair.from().id())
                        && link.to().equals(pair.to().id()))
                .findFirst();
    }

    private TicketLink link(LinkRules.Pair pair, LinkKind kind, Execution execution) {
        List<TicketLink> links = links(pair, execution);
        Optional<TicketLink> present = present(pair, kind, links);
        if (present.isPresent()) {
            return present.get();
        }
        LinkRules.require(pair, kind, links, execution.unit());
        TicketLink link = new TicketLink(
                pair.from().id(), kind, pair.to().id(), execution.time().instant());
        execution.unit().links().insert(link);
        rules.write(pair, kind, true, EventTypes.TICKET_LINKED, execution);
        return link;
    }
}
