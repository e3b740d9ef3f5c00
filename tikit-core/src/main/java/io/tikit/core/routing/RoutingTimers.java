package io.tikit.core.routing;

import io.tikit.api.Command;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.routing.ReturnTickets;
import io.tikit.api.routing.RouteTeam;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.timer.Timer;
import io.tikit.spi.timer.DueTimer;
import io.tikit.spi.timer.TimerHandler;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Gives a team another turn when a shift has begun, an absence has ended, or tickets have waited long enough; and takes
 * tickets from those who did not touch them or are not there.
 */
final class RoutingTimers implements TimerHandler {
    static final String NAME = "routing";
    private static final String TEAM = "team/";
    private static final String TICKET = "return/";

    @Inject
    RoutingTimers() {}

    static String key(TeamId team) {
        return TEAM + team;
    }

    static String key(TicketId ticket) {
        return TICKET + ticket;
    }

    static String awayKey(TeamId team, UserId agent) {
        return "away/" + team + "/" + agent;
    }

    static String absenceKey(TeamId team, UUID absence) {
        return "absence/" + team + "/" + absence;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Command<?>> due(DueTimer due) {
        Timer timer = due.timer();
        if (timer.key().startsWith(TEAM)) {
            return List.of(new RouteTeam(new TeamId(id(timer.key(), TEAM.length()))));
        }
        // The payload of all others names the team and the agent.
        int between = timer.payload().indexOf(' ');
        return List.of(new ReturnTickets(
                new UserId(id(timer.payload(), between + 1)),
                new TeamId(UUID.fromString(timer.payload().substring(0, between))),
                timer.key().startsWith(TICKET)
                        ? Optional.of(new TicketId(id(timer.key(), TICKET.length())))
                        : Optional.empty()));
    }

    private static UUID id(String text, int from) {
        return UUID.fromString(text.substring(from));
    }
}
