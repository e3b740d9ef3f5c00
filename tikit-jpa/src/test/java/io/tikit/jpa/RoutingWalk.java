package io.tikit.jpa;

import io.tikit.api.people.UserId;
import io.tikit.api.routing.Absence;
import io.tikit.api.routing.Agent;
import io.tikit.api.routing.Presence;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.TicketId;
import io.tikit.spi.storage.RoutingRepository;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of the {@link StatementWalk} that goes over agents and queues. */
final class RoutingWalk {
    private final JpaStorage storage;
    private final Samples.Desk desk;

    RoutingWalk(JpaStorage storage, Samples.Desk desk) {
        this.storage = storage;
        this.desk = desk;
    }

    void run() {
        UserId agent = desk.agent().id();
        List<UserId> both = List.of(agent, desk.requester().id());
        try (UnitOfWork unit = storage.begin(desk.tenant(), UnitMode.OWN)) {
            unit.routing()
                    .save(new Agent(agent, Presence.ONLINE, Optional.empty(), 9, Map.of("vpn", 3), Optional.empty()));
            Absence absence = new Absence(
                    Samples.id(), agent, Samples.NOW, Samples.NOW.plus(Duration.ofDays(1)), Optional.empty());
            unit.routing().insert(absence);
            unit.routing().lockAll(both);
            unit.routing().findAll(both);
            unit.routing().absences(both, Samples.NOW, 50);
            unit.routing().loads(both);
            unit.routing().lockTurn(desk.team().id());
            unit.routing().turned(desk.team().id(), agent);
            unit.routing().waiting(desk.team().id(), Duration.ofHours(1), Optional.empty(), 50);
            unit.routing()
                    .waiting(
                            desk.team().id(),
                            Duration.ofHours(1),
                            Optional.of(new RoutingRepository.Waiting(
                                    new TicketId(Samples.id()), Priority.HIGH, Samples.NOW)),
                            50);
            unit.routing().remove(agent, absence.id());
            unit.commit();
        }
    }
}
