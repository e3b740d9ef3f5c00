package io.tikit.core.routing;

import io.tikit.api.Command;
import io.tikit.api.people.TeamId;
import io.tikit.api.routing.RouteTeam;
import io.tikit.spi.timer.DueTimer;
import io.tikit.spi.timer.TimerHandler;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Gives a team another turn when a shift has begun, an absence has ended, or tickets have waited long enough. */
final class RoutingTimers implements TimerHandler {
    static final String NAME = "routing";
    private static final String TEAM = "team/";

    @Inject
    RoutingTimers() {}

    static String key(TeamId team) {
        return TEAM + team;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Command<?>> due(DueTimer due) {
        String key = due.timer().key();
        return key.startsWith(TEAM)
                ? List.of(new RouteTeam(new TeamId(UUID.fromString(key.substring(TEAM.length())))))
                : List.of();
    }
}
