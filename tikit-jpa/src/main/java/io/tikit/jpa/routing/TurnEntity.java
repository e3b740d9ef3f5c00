package io.tikit.jpa.routing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of the turn of a team. */
@Entity(name = "Turn")
@Table(name = "tikit_turn")
@IdClass(TurnEntity.Key.class)
@SuppressWarnings("NullAway.Init") // the provider fills what the database requires
public class TurnEntity {
    @Id
    @Column(name = "tenant")
    int tenant;

    @Id
    @Column(name = "team")
    UUID team;

    @Column(name = "last_agent")
    @Nullable
    UUID last;

    /** For the provider. */
    protected TurnEntity() {}

    TurnEntity(int tenant, UUID team) {
        this.tenant = tenant;
        this.team = team;
    }

    /** The key. */
    public record Key(int tenant, UUID team) implements Serializable {}
}
