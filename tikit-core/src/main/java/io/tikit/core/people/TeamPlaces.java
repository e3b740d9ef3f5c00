package io.tikit.core.people;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.people.TeamId;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.tree.Trees;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Where teams stand in their hierarchy. Whoever changes it stands in line, and so decides on it as it is. */
final class TeamPlaces {
    private final Trees trees;

    @Inject
    TeamPlaces(Trees trees) {
        this.trees = trees;
    }

    /** Refuses a parent that is not there or stands below the team itself. */
    void require(TeamId team, Optional<TeamId> parent, Execution execution) {
        execution.unit().configuration().lock();
        if (parent.isEmpty()) {
            return;
        }
        if (execution
                .unit()
                .teams()
                .find(parent.get())
                .filter(found -> !found.retired())
                .isEmpty()) {
            throw refused("unknown_team", "team " + parent.get() + " is unknown or retired", "team", parent.get());
        }
        if (!trees.of(execution).allowsBelow(team.value(), parent.get().value())) {
            throw refused("below_itself", "team " + team + " would stand below itself", "id", team);
        }
    }

    void changed(Execution execution) {
        trees.changed(execution);
    }

    private static InvalidException refused(String key, String message, String parameter, TeamId team) {
        return new InvalidException(
                ErrorCode.INVALID_COMMAND, new Violation("parent", key, message, Map.of(parameter, team.toString())));
    }
}
