package io.tikit.api.people;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Changes a team. Recorded as {@code team.updated}. What is empty stays as it is.
 *
 * @param id which team
 * @param name a new name
 * @param add users to add to the members
 * @param remove users to remove from the members
 * @param retired whether it takes no more tickets
 * @param place of which team it is to be a part
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record UpdateTeam(
        TeamId id,
        Optional<String> name,
        Set<UserId> add,
        Set<UserId> remove,
        Optional<Boolean> retired,
        Optional<Place> place)
        implements Command<Team> {
    /**
     * A place in the hierarchy.
     *
     * @param parent the team above; empty for the top
     */
    public record Place(Optional<TeamId> parent) {
        /** Checks that nothing is null. */
        public Place {
            Objects.requireNonNull(parent, "parent");
        }
    }

    /** Copies the members. */
    public UpdateTeam {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        add = Set.copyOf(add);
        remove = Set.copyOf(remove);
        Objects.requireNonNull(retired, "retired");
        Objects.requireNonNull(place, "place");
    }

    /**
     * A change of nothing yet.
     *
     * @param id which team
     * @return the command
     */
    public static UpdateTeam of(TeamId id) {
        return new UpdateTeam(id, Optional.empty(), Set.of(), Set.of(), Optional.empty(), Optional.empty());
    }

    /**
     * With a new name.
     *
     * @param value 1 to 100 characters
     * @return a copy
     */
    public UpdateTeam withName(String value) {
        return new UpdateTeam(id, Optional.of(value), add, remove, retired, place);
    }

    /**
     * With members to add.
     *
     * @param users who joins
     * @return a copy
     */
    public UpdateTeam adding(UserId... users) {
        return new UpdateTeam(id, name, Set.of(users), remove, retired, place);
    }

    /**
     * With members to remove.
     *
     * @param users who leaves
     * @return a copy
     */
    public UpdateTeam removing(UserId... users) {
        return new UpdateTeam(id, name, add, Set.of(users), retired, place);
    }

    /**
     * Retired or not.
     *
     * @param value whether it takes no more tickets
     * @return a copy
     */
    public UpdateTeam withRetired(boolean value) {
        return new UpdateTeam(id, name, add, remove, Optional.of(value), place);
    }

    /**
     * As a part of another team.
     *
     * @param parent neither the team itself nor one below it
     * @return a copy
     */
    public UpdateTeam below(TeamId parent) {
        return new UpdateTeam(id, name, add, remove, retired, Optional.of(new Place(Optional.of(parent))));
    }

    /**
     * At the top.
     *
     * @return a copy
     */
    public UpdateTeam atTop() {
        return new UpdateTeam(id, name, add, remove, retired, Optional.of(new Place(Optional.empty())));
    }
}
