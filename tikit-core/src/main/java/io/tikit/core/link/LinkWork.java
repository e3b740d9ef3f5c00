package io.tikit.core.link;

import io.tikit.api.IdempotencyKey;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.link.LinkKind;
import io.tikit.api.link.Links;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.outbox.ChoosyConsumer;
import io.tikit.core.outbox.ConsumerSource;
import io.tikit.core.pipeline.Reader;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.spi.work.Work;
import io.tikit.spi.work.WorkConsumer;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** After a commit: open tickets follow one that was resolved or closed, where the desk wants it. Each is a command of its own. */
final class LinkWork implements ChoosyConsumer, ConsumerSource {
    private static final Logger LOG = LoggerFactory.getLogger(LinkWork.class);

    private final Snapshots snapshots;
    private final Reader reader;

    @Inject
    LinkWork(Snapshots snapshots, Reader reader) {
        this.snapshots = snapshots;
        this.reader = reader;
    }

    @Override
    public List<WorkConsumer> consumers() {
        return List.of(this);
    }

    @Override
    public String name() {
        return "link.follow";
    }

    @Override
    public Set<String> eventTypes() {
        return Set.of(EventTypes.TICKET_UPDATED, EventTypes.TICKET_REPLIED, EventTypes.TICKET_NOTED);
    }

    /** Decided from memory; where nothing follows there is no work of it. */
    @Override
    public boolean wants(Event event, UnitOfWork unit) {
        return ended(event)
                .filter(state -> !LinkPolicy.of(snapshots.of(unit, true))
                        .followers(state)
                        .isEmpty())
                .isPresent();
    }

    /** The state into which the ticket came, if it is not an open one. */
    private static Optional<State> ended(Event event) {
        return after(event, TicketFields.STATE.key())
                .flatMap(value -> Arrays.stream(State.values())
                        .filter(state -> FieldValue.Choice.of(state).equals(value))
                        .findFirst())
                .filter(state -> !state.isOpen());
    }

    private static Optional<FieldValue> after(Event event, String field) {
        return event.changes().stream()
                .filter(change -> change.field().equals(field))
                .findFirst()
                .flatMap(change -> change.after());
    }

    @Override
    public void handle(Work work) {
        Event event = work.event();
        Optional<Status> status = after(event, TicketFields.STATUS.key()).map(value -> new Status(value.asText()));
        if (status.isEmpty()) {
            return;
        }
        TicketId ended = new TicketId(event.subject());
        List<TicketId> followers = reader.read(event.tenant(), unit -> {
            List<TicketId> open = new ArrayList<>();
            if (unit.tickets()
                    .find(ended)
                    .filter(ticket -> !ticket.state().isOpen())
                    .isEmpty()) {
                // It has come back meanwhile.
                return open;
            }
            for (LinkKind kind : LinkPolicy.of(snapshots.of(unit, true))
                    .followers(ended(event).orElseThrow())) {
                open.addAll(unit.links().openSources(kind, ended, Links.MOST_PER_TICKET));
            }
            return open.stream().distinct().toList();
        });
        followers.forEach(ticket -> follow(work, ticket, status.get()));
    }

    /** One that cannot follow, since its workflow or its own children forbid it, stays as it is and keeps nobody back. */
    private void follow(Work work, TicketId ticket, Status status) {
        try {
            work.desk()
                    .tickets()
                    .update(UpdateTicket.of(ticket, new TicketChange.SetStatus(status))
                            .withKey(IdempotencyKey.of(name(), work.event().id() + "/" + ticket)));
        } catch (InvalidException | ConflictException | NotFoundException e) {
            LOG.info(
                    "ticket {} does not follow ticket {}: {}",
                    ticket,
                    work.event().subject(),
                    e.code());
        }
    }
}
