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
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record UpdateTeam(
        TeamId id, Optional<String> name, Set<UserId> add, Set<UserId> remove, Optional<Boolean> retired)
        implements Command<Team> {
    /** Copies the members. */
    public UpdateTeam {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        add = Set.copyOf(add);
        remove = Set.copyOf(remove);
        Objects.requireNonNull(retired, "retired");
    }

    /**
     * A change of nothing yet.
     *
     * @param id which team
     * @return the command
     */
    public static UpdateTeam of(TeamId id) {
        return new UpdateTeam(id, Optional.empty(), Set.of(), Set.of(), Optional.empty());
    }

    /**
     * With a new name.
     *
     * @param value 1 to 100 characters
     * @return a copy
     */
    public UpdateTeam withName(String value) {
        return new UpdateTeam(id, Optional.of(value), add, remove, retired);
    }

    /**
     * With members to add.
     *
     * @param users who joins
     * @return a copy
     */
    public UpdateTeam adding(UserId... users) {
        return new UpdateTeam(id, name, Set.of(users), remove, retired);
    }

    /**
     * With members to remove.
     *
     * @param users who leaves
     * @return a copy
     */
    public UpdateTeam removing(UserId... users) {
        return new UpdateTeam(id, name, add, Set.of(users), retired);
    }

    /**
     * Retired or not.
     *
     * @param value whether it takes no more tickets
     * @return a copy
     */
    public UpdateTeam withRetired(boolean value) {
        return new UpdateTeam(id, name, add, remove, Optional.of(value));
    }
}
