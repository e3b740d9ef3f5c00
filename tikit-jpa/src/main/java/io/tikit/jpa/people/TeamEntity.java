package io.tikit.jpa.people;

import io.tikit.api.people.Team;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.jpa.codec.Fingerprint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of a team, without its members. */
@Entity(name = "Team")
@Table(name = "tikit_team")
@IdClass(TeamEntity.Key.class)
@SuppressWarnings("NullAway.Init") // the provider fills what the database requires
public class TeamEntity {
    @Id
    @Column(name = "tenant")
    int tenant;

    @Id
    @Column(name = "id")
    UUID id;

    @Nullable
    @Column(name = "parent")
    UUID parent;

    @Column(name = "name")
    String name;

    @Column(name = "name_digest")
    byte[] nameDigest;

    @Column(name = "retired")
    short retired;

    @Column(name = "created_at")
    long created;

    /** For the provider. */
    protected TeamEntity() {}

    @SuppressWarnings("NullAway.Init") // the key; the rest follows by write
    TeamEntity(int tenant, UUID id) {
        this.tenant = tenant;
        this.id = id;
    }

    void write(Team team) {
        parent = team.parent().map(TeamId::value).orElse(null);
        name = team.name();
        nameDigest = Fingerprint.folded(team.name());
        retired = (short) (team.retired() ? 1 : 0);
        created = team.createdAt().toEpochMilli();
    }

    Team toTeam(Set<UserId> members) {
        return new Team(
                new TeamId(id),
                Optional.ofNullable(parent).map(TeamId::new),
                name,
                members,
                retired == 1,
                Instant.ofEpochMilli(created));
    }

    /** The key. */
    public record Key(int tenant, UUID id) implements Serializable {}
}
