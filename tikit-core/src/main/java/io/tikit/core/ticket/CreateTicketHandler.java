package io.tikit.core.ticket;

import io.tikit.api.TenantId;
import io.tikit.api.access.Permission;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.conversation.Text;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventTypes;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.core.access.Access;
import io.tikit.core.access.TicketView;
import io.tikit.core.attachment.AttachmentClaims;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.priority.Priorities;
import io.tikit.core.text.Composed;
import io.tikit.core.workflow.Lifecycle;
import io.tikit.core.workflow.LifecycleTimers;
import io.tikit.core.workflow.Lifecycles;
import io.tikit.core.workflow.StatusMove;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Opens tickets (UC-001). */
final class CreateTicketHandler implements TicketCommandHandler<CreateTicket, Ticket> {
    private final TicketNumbers numbers;
    private final Lifecycles lifecycles;
    private final CustomFields fields;
    private final AttachmentClaims claims;
    private final TicketRouting routing;
    private final TicketPlaces places;
    private final Priorities priorities;
    private final TicketForms forms;
    private final LifecycleTimers timers;

    @Inject
    CreateTicketHandler(
            TicketNumbers numbers,
            Lifecycles lifecycles,
            CustomFields fields,
            AttachmentClaims claims,
            TicketRouting routing,
            TicketPlaces places,
            Priorities priorities,
            TicketForms forms,
            LifecycleTimers timers) {
        this.numbers = numbers;
        this.lifecycles = lifecycles;
        this.fields = fields;
        this.claims = claims;
        this.routing = routing;
        this.places = places;
        this.priorities = priorities;
        this.forms = forms;
        this.timers = timers;
    }

    @Override
    public Class<CreateTicket> type() {
        return CreateTicket.class;
    }

    @Override
    public void check(CreateTicket command, Violations violations) {
        violations.line("subject", command.subject(), 1, TicketChecks.LONGEST_SUBJECT);
        Composed.check("description", text(command), 0, violations);
        TicketChecks.changes(command.changes(), violations);
        TicketChecks.key(command.key(), violations);
        claims.check(command.attachments(), violations);
    }

    @Override
    public Set<UserId> mentions(CreateTicket command) {
        Set<UserId> users = new HashSet<>(TicketChecks.mentions(command.changes()));
        users.add(command.requester());
        return users;
    }

    @Override
    public Prepared prepare(TenantId tenant, CreateTicket command) {
        return new Prepared(numbers.next(tenant));
    }

    @Override
    public Ticket handle(CreateTicket command, Prepared prepared, Execution execution) {
        Session session = execution.session();
        boolean forOneself = session.user().filter(command.requester()::equals).isPresent();
        Permission create = forOneself ? Permission.TICKET_CREATE : Permission.TICKET_CREATE_FOR_OTHERS;
        Access.require(session, create);
        TicketRules.requireMayCreateWith(session, command.changes());
        Composed composed = Composed.of("description", text(command), 0);
        Ticket created = execution.once(
                command.key(),
                command,
                Optional.empty(),
                use -> {
                    TicketId id = new TicketId(use.subject());
                    return Access.requireVisible(
                            session, id, execution.unit().tickets().find(id));
                },
                () -> open(command, composed, create, prepared.number(), execution),
                ticket -> new UUID[] {ticket.id().value(), ticket.id().value()});
        return TicketView.shown(session, created);
    }

    private static Text text(CreateTicket command) {
        return new Text(command.format(), command.description());
    }

    private Ticket open(CreateTicket command, Composed composed, Permission create, long number, Execution execution) {
        Session session = execution.session();
        Instant now = execution.time().instant();
        Lifecycle lifecycle = lifecycles.of(execution);
        Violations found = new Violations();
        List<TicketChange> changes =
                fields.fitted(TicketCommandHandler.with(command.changes(), execution.added()), execution, found);
        TicketRules.requester("requester", command.requester(), execution, found);
        TicketRules.checkNamed(changes, execution, found);
        places.check(changes, execution, found);
        TicketSummary.Builder draft = TicketSummary.builder()
                .identity(new TicketId(execution.newId()), number)
                .subject(command.subject())
                .people(command.requester(), session.user().orElse(null))
                .organisation(
                        TicketPlaces.ofRequester(command.requester(), execution).orElse(null))
                .times(now, now);
        Ticket asGiven = TicketDecider.create(draft, command.changes(), lifecycle);
        StatusMove move =
                StatusMove.of(TicketDecider.blank(draft, command.changes(), lifecycle), command.changes(), lifecycle);
        TicketRules.checkCreated(session, create, asGiven, command.changes(), move, found);
        Ticket ticket = TicketDecider.create(draft, changes, lifecycle);
        List<TicketChange> defaults =
                sound(forms.created(ticket, move, command.changes(), changes, execution, found), execution);
        if (!defaults.isEmpty()) {
            changes = TicketCommandHandler.with(changes, defaults);
            ticket = TicketDecider.create(draft, changes, lifecycle);
        }
        Optional<EntryKind> text = composed.plain().isBlank() ? Optional.empty() : Optional.of(EntryKind.DESCRIPTION);
        TicketDecider.check(
                TicketDecider.blank(draft, changes, lifecycle),
                ticket,
                changes,
                lifecycle,
                lifecycles.circumstances(text, execution),
                found);
        routing.given(ticket, execution, found);
        found.throwIfAny(ErrorCode.INVALID_COMMAND);
        Priorities.Following priority =
                priorities.following(Optional.empty(), ticket, command.changes(), changes, execution);
        List<TicketChange> said = TicketCommandHandler.with(changes, priority.changes());
        TicketRouting.Routed routed = routing.created(
                priority.changes().isEmpty() ? ticket : TicketDecider.create(draft, said, lifecycle),
                composed.plain(),
                said,
                execution);
        List<TicketChange> all = TicketCommandHandler.with(said, routed.changes());
        if (all.size() > changes.size()) {
            ticket = TicketDecider.create(draft, all, lifecycle);
        }
        execution.learn(priority.facts());
        execution.learn(routed.facts());
        return write(command, composed, ticket, now, execution);
    }

    /**
     * Defaults are held to what values of people are held to. One that no longer fits, since what it names was retired or
     * left, is no fault of whoever opens the ticket: it is left out.
     */
    private List<TicketChange> sound(List<TicketChange> defaults, Execution execution) {
        List<TicketChange> sound = new ArrayList<>();
        for (TicketChange one : defaults) {
            Violations against = new Violations();
            List<TicketChange> fitted = fields.fitted(List.of(one), execution, against);
            TicketRules.checkNamed(fitted, execution, against);
            places.check(fitted, execution, against);
            if (against.isEmpty()) {
                sound.addAll(fitted);
            }
        }
        return sound;
    }

    private Ticket write(CreateTicket command, Composed composed, Ticket ticket, Instant now, Execution execution) {
        Optional<Entry> description =
                composed.plain().isBlank() && command.attachments().isEmpty()
                        ? Optional.empty()
                        : Optional.of(description(command, composed, ticket, now, execution));
        Event event = execution
                .newEvent(now)
                .happened(
                        EventTypes.TICKET_CREATED,
                        ticket.id().value(),
                        ticket.revision().value())
                .entry(description.map(Entry::id).orElse(null))
                .changes(TicketDecider.created(ticket))
                .build();
        execution.unit().tickets().insert(ticket);
        description.ifPresent(execution.unit().entries()::insert);
        TicketIntervals.begin(execution.unit().intervals(), ticket, now, event.id());
        execution.record(event, ticket, description.orElse(null));
        routing.written(Optional.empty(), ticket, execution);
        timers.written(Optional.empty(), ticket, false, execution);
        return ticket;
    }

    private Entry description(
            CreateTicket command, Composed composed, Ticket ticket, Instant now, Execution execution) {
        Session session = execution.session();
        Entry text = new Entry(
                new EntryId(execution.newId()),
                ticket.id(),
                EntryKind.DESCRIPTION,
                session.actor(),
                session.caller().channel(),
                now,
                composed.plain());
        return claims.claim(composed.in(text), command.attachments(), execution);
    }
}
