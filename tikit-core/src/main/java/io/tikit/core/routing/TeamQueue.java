package io.tikit.core.routing;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.AssignmentReason;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.spi.condition.Binding;
import io.tikit.spi.storage.Interval;
import io.tikit.spi.storage.RoutingRepository;
import io.tikit.spi.storage.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What waits in the queue of a team, as those see it who choose agents. */
final class TeamQueue {
    private static final int MOST_INTERVALS = 10_000;

    private final UnitOfWork unit;
    private final CompiledSetup setup;
    private final RoutingSettings settings;
    private final Instant now;
    private final Supplier<Binding> binding;

    TeamQueue(UnitOfWork unit, CompiledSetup setup, RoutingSettings settings, Instant now, Supplier<Binding> binding) {
        this.unit = unit;
        this.setup = setup;
        this.settings = settings;
        this.now = now;
        this.binding = binding;
    }

    /** The next tickets in their order. */
    List<RoutingRepository.Waiting> page(Optional<RoutingRepository.Waiting> after, int size) {
        return unit.routing().waiting(setup.setup().team(), settings.step(), after, size);
    }

    /** The tickets of a page, in its order. */
    List<Ticket> tickets(List<RoutingRepository.Waiting> page) {
        Map<TicketId, Ticket> found = new HashMap<>();
        unit.tickets()
                .findAll(page.stream().map(RoutingRepository.Waiting::ticket).toList())
                .forEach(ticket -> found.put(ticket.id(), ticket));
        List<Ticket> tickets = new ArrayList<>();
        page.forEach(waiting -> Optional.ofNullable(found.get(waiting.ticket()))
                .filter(this::waits)
                .ifPresent(tickets::add));
        return tickets;
    }

    /** Whether a ticket is still here and wants an agent. */
    boolean waits(Ticket ticket) {
        return ticket.state().isOpen()
                && ticket.assignee().isEmpty()
                && ticket.team().filter(setup.setup().team()::equals).isPresent();
    }

    /** What somebody must know for a ticket, as long as it has waited. */
    CompiledSetup.Wants wants(Ticket ticket) {
        return setup.wants(ticket, now, binding);
    }

    /**
     * What a ticket asks for.
     *
     * @param crew tells who stands in for whom
     * @param previous whether to look who had it before
     */
    AgentChoice.Seeker seeker(Ticket ticket, Crew crew, boolean previous) {
        CompiledSetup.Wants wants = wants(ticket);
        Map<UserId, AssignmentReason> wanted = new LinkedHashMap<>();
        ticket.field(RoutingFields.AGENT)
                .flatMap(TeamQueue::user)
                .ifPresent(user -> wanted.put(crew.standIn(user).orElse(user), AssignmentReason.SUGGESTED));
        if (previous && setup.setup().previousFirst()) {
            previous(ticket)
                    .ifPresent(user ->
                            wanted.putIfAbsent(crew.standIn(user).orElse(user), AssignmentReason.PREVIOUS_AGENT));
        }
        return new AgentChoice.Seeker(
                ticket.id(),
                settings.weight(ticket.summary().type(), ticket.state()),
                wants.required(),
                wants.preferred(),
                wants.insists(),
                wanted,
                Releases.of(ticket),
                ticket.field(RoutingFields.RETURNED_BY).flatMap(TeamQueue::user),
                setup.fallback(ticket, now));
    }

    /** Whether somebody put a ticket back or let it lie, so that others come first. */
    static boolean wasLeftBy(UserId user, Ticket ticket) {
        return Releases.of(ticket).contains(user)
                || ticket.field(RoutingFields.RETURNED_BY)
                        .flatMap(TeamQueue::user)
                        .filter(user::equals)
                        .isPresent();
    }

    private Optional<UserId> previous(Ticket ticket) {
        return unit.intervals().of(ticket.id(), MOST_INTERVALS).stream()
                .filter(interval -> interval.kind() == Interval.Kind.ASSIGNEE)
                .reduce((earlier, later) -> later)
                .map(interval -> new UserId(UUID.fromString(interval.value())));
    }

    static Optional<UserId> user(FieldValue value) {
        if (value instanceof FieldValue.Id id) {
            return Optional.of(new UserId(id.value()));
        }
        try {
            return Optional.of(new UserId(UUID.fromString(value.asText())));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** How many points agents have. */
    static Map<UserId, Long> loads(UnitOfWork unit, RoutingSettings settings, List<UserId> agents) {
        Map<UserId, Long> loads = new HashMap<>();
        unit.routing()
                .loads(agents)
                .forEach(load -> loads.merge(
                        load.agent(), load.count() * settings.weight(load.type(), load.state()), Long::sum));
        return loads;
    }
}
