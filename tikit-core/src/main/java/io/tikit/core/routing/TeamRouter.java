package io.tikit.core.routing;

import io.tikit.api.access.Permission;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.event.Event;
import io.tikit.api.event.Fact;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.Agent;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.core.access.Access;
import io.tikit.core.configuration.Snapshot;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.ticket.TicketRouting;
import io.tikit.spi.condition.FieldCatalog;
import io.tikit.spi.storage.Interval;
import io.tikit.spi.storage.UnitOfWork;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets the desk's rules choose the team within the command, from memory alone (REQ-TM-008, REQ-TM-030, REQ-AW-003). */
final class TeamRouter implements TicketRouting {
    private static final int MOST_INTERVALS = 10_000;
    private static final int MOST_RIVALS = 5;

    private final Snapshots snapshots;
    private final RuleBooks books;
    private final Subtrees subtrees;
    private final ReturnTimers timers;

    @Inject
    TeamRouter(Snapshots snapshots, RuleBooks books, Subtrees subtrees, ReturnTimers timers) {
        this.snapshots = snapshots;
        this.books = books;
        this.subtrees = subtrees;
        this.timers = timers;
    }

    @Override
    public Routed created(Ticket ticket, String description, List<TicketChange> given, Execution execution) {
        Snapshot snapshot = snapshots.of(execution);
        RuleBook book = books.of(snapshot);
        if (book.isEmpty() || isGiven(given, TicketFields.TEAM.key())) {
            return Routed.NOTHING;
        }
        Optional<RuleBook.Choice> choice = book.choose(
                ticket,
                new TicketTexts(ticket, description),
                execution.session().caller().channel().key(),
                false,
                () -> subtrees.binding(execution.time().instant(), snapshot.fields(), execution));
        if (choice.isEmpty()) {
            return Routed.NOTHING;
        }
        List<TicketChange> changes = hints(choice.get(), given, snapshot.fields());
        choice.get()
                .priority()
                .filter(priority -> !isGiven(given, TicketFields.PRIORITY.key()))
                .ifPresent(priority -> changes.add(new TicketChange.SetPriority(priority)));
        choice.get().taken().forEach((key, text) -> take(key, text, given, snapshot.fields(), changes));
        return new Routed(changes, facts(choice.get()));
    }

    @Override
    public Routed updated(Ticket before, Ticket after, List<TicketChange> given, Execution execution) {
        if (after.assignee().isPresent() && !after.assignee().equals(before.assignee())) {
            return new Routed(Releases.without(after).stream().toList(), List.of());
        }
        Snapshot snapshot = snapshots.of(execution);
        RuleBook book = books.of(snapshot);
        if (!book.asksAgain()
                || isGiven(given, TicketFields.TEAM.key())
                || after.assignee().isPresent()
                || !after.state().isOpen()
                || after.equals(before)) {
            return Routed.NOTHING;
        }
        Optional<RuleBook.Choice> choice = book.choose(
                after,
                new TicketTexts(after, ""),
                execution.session().caller().channel().key(),
                true,
                () -> subtrees.binding(execution.time().instant(), snapshot.fields(), execution));
        if (choice.isEmpty()
                || after.team().filter(choice.get().team()::equals).isPresent()
                || isSetByPerson(before, execution.unit())) {
            return Routed.NOTHING;
        }
        return new Routed(hints(choice.get(), given, snapshot.fields()), facts(choice.get()));
    }

    @Override
    public void written(Optional<Ticket> before, Ticket after, Execution execution) {
        timers.written(before, after, execution);
    }

    @Override
    public void given(Ticket after, Execution execution, Violations found) {
        Snapshot snapshot = snapshots.of(execution);
        if (after.assignee().isEmpty() || books.teams(snapshot).isEmpty()) {
            return;
        }
        UserId user = after.assignee().get();
        for (Agent agent : execution.unit().routing().lockAll(List.of(user))) {
            if (Access.may(execution.session(), Permission.CAPACITY_EXCEED)) {
                return;
            }
            RoutingSettings settings = RuleBook.settings(snapshot);
            long load =
                    TeamQueue.loads(execution.unit(), settings, List.of(user)).getOrDefault(user, 0L);
            int weight = settings.weight(after.summary().type(), after.state());
            if (after.state().isOpen() && load + weight > agent.capacity()) {
                full(load, agent.capacity(), weight, found);
            }
        }
    }

    static void full(long load, long capacity, int weight, Violations found) {
        found.add(
                "assignee",
                "over_capacity",
                "the agent has " + load + " of " + capacity + " points, and this ticket takes " + weight,
                Map.of("load", load, "max", capacity, "weight", weight));
    }

    /** Whether the team that the ticket is with was chosen otherwise than by a rule; asked only when a rule would move it. */
    private static boolean isSetByPerson(Ticket ticket, UnitOfWork unit) {
        if (ticket.team().isEmpty()) {
            return false;
        }
        return unit.intervals().of(ticket.id(), MOST_INTERVALS).stream()
                .filter(interval ->
                        interval.kind() == Interval.Kind.TEAM && interval.to().isEmpty())
                .findFirst()
                .flatMap(interval -> unit.events().find(ticket.id().value(), interval.cause()))
                .filter(TeamRouter::isByRule)
                .isEmpty();
    }

    static boolean isByRule(Event event) {
        return event.facts().stream()
                .anyMatch(fact -> fact.source().equals(RoutingFields.SOURCE)
                        && fact.name().equals(RoutingFields.RULE));
    }

    private static boolean isGiven(List<TicketChange> given, String field) {
        return given.stream().anyMatch(change -> change.field().equals(field));
    }

    private static List<TicketChange> hints(RuleBook.Choice choice, List<TicketChange> given, FieldCatalog fields) {
        List<TicketChange> changes = new ArrayList<>();
        changes.add(new TicketChange.SetTeam(choice.team()));
        if (!choice.skills().isEmpty()) {
            take(RoutingFields.SKILLS, SkillLevels.text(choice.skills()), given, fields, changes);
        }
        choice.agent()
                .filter(agent -> !isGiven(given, TicketFields.CUSTOM_PREFIX + RoutingFields.AGENT))
                .ifPresent(agent ->
                        changes.add(new TicketChange.SetField(RoutingFields.AGENT, new FieldValue.Id(agent.value()))));
        return changes;
    }

    /** What a text gives to a field that its author left open; a value that the field does not take is left out. */
    private static void take(
            String key, String text, List<TicketChange> given, FieldCatalog fields, List<TicketChange> changes) {
        String path = TicketFields.CUSTOM_PREFIX + key;
        FieldValue value = fields.fit(path, new FieldValue.Text(text));
        if (!isGiven(given, path) && fields.violations(path, key, value).isEmpty()) {
            changes.add(new TicketChange.SetField(key, value));
        }
    }

    private static List<Fact> facts(RuleBook.Choice choice) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(RoutingFields.RULE, new FieldValue.Text(choice.rule().key())));
        facts.add(fact(
                RoutingFields.RULE_VERSION, new FieldValue.Whole(choice.rule().version())));
        if (choice.points().size() > 1) {
            choice.points().entrySet().stream()
                    .sorted(Map.Entry.<TeamId, Integer>comparingByValue().reversed())
                    .limit(MOST_RIVALS)
                    .forEach(entry -> facts.add(fact(
                            RoutingFields.RULE_POINTS + "." + entry.getKey(), new FieldValue.Whole(entry.getValue()))));
        }
        return facts;
    }

    static Fact fact(String name, FieldValue value) {
        return new Fact(RoutingFields.SOURCE, name, Optional.of(value));
    }
}
