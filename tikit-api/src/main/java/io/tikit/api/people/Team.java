package io.tikit.api.people;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Agents who share a queue.
 *
 * @param id the id
 * @param parent the team that it is part of; empty for one at the top
 * @param name its name, unique within the desk whatever the case
 * @param members its members
 * @param retired whether it takes no more tickets
 * @param createdAt since when it exists
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Team(
        TeamId id, Optional<TeamId> parent, String name, Set<UserId> members, boolean retired, Instant createdAt) {
    /** Copies the members. */
    public Team {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(parent, "parent");
        Objects.requireNonNull(name, "name");
        members = Set.copyOf(members);
        Objects.requireNonNull(createdAt, "createdAt");
    }

    /**
     * A team at the top.
     *
     * @param id the id
     * @param name its name
     * @param members its members
     * @param retired whether it takes no more tickets
     * @param createdAt since when it exists
     */
    public Team(TeamId id, String name, Set<UserId> members, boolean retired, Instant createdAt) {
        this(id, Optional.empty(), name, members, retired, createdAt);
    }
}
