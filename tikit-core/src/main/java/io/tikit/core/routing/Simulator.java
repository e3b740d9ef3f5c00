package io.tikit.core.routing;

import io.tikit.api.TenantId;
import io.tikit.api.access.Permission;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.configuration.DocumentStamp;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventId;
import io.tikit.api.event.EventTypes;
import io.tikit.api.people.TeamId;
import io.tikit.api.routing.RoutingProgress;
import io.tikit.api.routing.RoutingSimulation;
import io.tikit.api.routing.SimulateRouting;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketId;
import io.tikit.core.access.Access;
import io.tikit.core.configuration.DraftSnapshots;
import io.tikit.core.configuration.Snapshot;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Time;
import io.tikit.core.ticket.FirstTicket;
import io.tikit.spi.storage.EntryRef;
import io.tikit.spi.storage.UnitOfWork;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Asks rules about past tickets, a page in each unit, which only reads. Ids begin with the time at which they were made, so
 * that a time is a range of them.
 */
final class Simulator {
    private static final int PAGE = 100;
    private static final Set<String> KINDS = Set.of(RoutingRule.KIND, RoutingSettings.KIND);

    private final Reader reader;
    private final Snapshots snapshots;
    private final DraftSnapshots drafts;
    private final RuleBooks books;
    private final Subtrees subtrees;
    private final Time time;

    @Inject
    Simulator(
            Reader reader, Snapshots snapshots, DraftSnapshots drafts, RuleBooks books, Subtrees subtrees, Time time) {
        this.reader = reader;
        this.snapshots = snapshots;
        this.drafts = drafts;
        this.books = books;
        this.subtrees = subtrees;
        this.time = time;
    }

    /** The rules as they are, and as they would be. */
    private record Books(RuleBook present, Snapshot after, RuleBook drafted) {}

    RoutingSimulation simulate(Session who, SimulateRouting question, Predicate<RoutingProgress> goOn) {
        Access.requireSeesEverything(who, Permission.CONFIGURATION);
        check(question);
        Books rules = reader.read(who.tenant(), unit -> {
            Snapshot after = drafts.of(
                    unit,
                    question.drafts(),
                    question.without(),
                    new DocumentStamp(1, who.actor(), time.instant(), new EventId(new UUID(0, 0))));
            return new Books(books.of(snapshots.of(unit, false)), after, RuleBook.of(after));
        });
        SimulationTally tally = new SimulationTally();
        Optional<TicketId> after = Optional.of(first(question.from().toEpochMilli()));
        while (after.isPresent()) {
            TicketId from = after.get();
            after = reader.read(who.tenant(), unit -> page(who.tenant(), unit, question, rules, from, tally));
            boolean wanted = goOn.test(new RoutingProgress(tally.seen(), 0, question.most()));
            if (after.isPresent() && (!wanted || tally.seen() >= question.most())) {
                return tally.result(false);
            }
        }
        return tally.result(true);
    }

    private static void check(SimulateRouting question) {
        List<Violation> found = new ArrayList<>();
        if (question.most() < 1 || question.most() > SimulateRouting.MOST) {
            found.add(new Violation(
                    "most",
                    "out_of_range",
                    "from 1 to " + SimulateRouting.MOST + " tickets, not " + question.most(),
                    Map.of("least", 1, "most", SimulateRouting.MOST, "value", question.most())));
        }
        if (question.drafts().stream()
                .anyMatch(draft -> !KINDS.contains(draft.id().kind()))) {
            found.add(Violation.of("drafts", "unknown_kind", "drafts are of the kinds " + KINDS));
        }
        if (!found.isEmpty()) {
            throw new InvalidException(ErrorCode.INVALID_QUERY, found);
        }
    }

    /** The least id of an instant. */
    private static TicketId first(long millis) {
        return new TicketId(new UUID(Math.max(0, millis) << 16, 0));
    }

    /** Asks about the next tickets; empty if there are no more of the time. */
    private Optional<TicketId> page(
            TenantId tenant,
            UnitOfWork unit,
            SimulateRouting question,
            Books rules,
            TicketId after,
            SimulationTally tally) {
        int size = Math.min(PAGE, question.most() - tally.seen());
        List<Ticket> page = unit.tickets().scan(Optional.of(after), size);
        TicketId end = first(question.to().toEpochMilli());
        Map<TicketId, Event> created = new HashMap<>();
        List<EntryRef> refs = new ArrayList<>();
        for (Ticket ticket : page) {
            if (AgentChoice.compare(ticket.id().value(), end.value()) < 0) {
                unit.events().since(ticket.id().value(), 0, 1).stream()
                        .filter(event -> event.type().equals(EventTypes.TICKET_CREATED))
                        .forEach(event -> created.put(ticket.id(), event));
            }
        }
        created.forEach((id, event) -> event.entry().ifPresent(entry -> refs.add(new EntryRef(id, entry))));
        Map<EntryId, String> texts = new HashMap<>();
        if (!refs.isEmpty()) {
            for (Entry entry : unit.entries().findAll(refs)) {
                texts.put(entry.id(), entry.body());
            }
        }
        for (Ticket ticket : page) {
            Event event = created.get(ticket.id());
            if (event != null) {
                ask(tenant, ticket, event, event.entry().map(texts::get).orElse(""), rules, tally);
            }
        }
        boolean more = page.size() == size
                && AgentChoice.compare(page.get(size - 1).id().value(), end.value()) < 0;
        return more ? Optional.of(page.get(size - 1).id()) : Optional.empty();
    }

    private void ask(TenantId tenant, Ticket present, Event created, String text, Books rules, SimulationTally tally) {
        Optional<TeamId> sent = RoutingPast.change(created, TicketFields.TEAM.key())
                .flatMap(change -> change.after())
                .map(value -> new TeamId(((FieldValue.Id) value).value()));
        if (sent.isPresent() && !TeamRouter.isByRule(created)) {
            tally.given();
            return;
        }
        Ticket then = FirstTicket.of(present, created);
        TicketTexts texts = new TicketTexts(then, text);
        String channel = created.channel().key();
        Optional<RoutingSimulation.Told> now = told(rules.present()
                .choose(
                        then,
                        texts,
                        channel,
                        false,
                        () -> subtrees.binding(created.at(), rules.after().fields(), tenant)));
        Optional<RoutingSimulation.Told> drafted = told(rules.drafted()
                .choose(
                        then,
                        texts,
                        channel,
                        false,
                        () -> subtrees.binding(created.at(), rules.after().fields(), tenant)));
        tally.add(present.id(), drafted, now, sent, present.team());
    }

    private static Optional<RoutingSimulation.Told> told(Optional<RuleBook.Choice> choice) {
        return choice.map(
                one -> new RoutingSimulation.Told(one.team(), one.rule().key(), one.points()));
    }
}
