package io.tikit.jpa.outbox;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The row of a change that waits for its position, as a unit writes it. */
@Entity(name = "Change")
@Table(name = "tikit_change")
@SuppressWarnings("NullAway.Init") // the provider fills what the database requires
public class ChangeEntity {
    @Id
    UUID id;

    int tenant;
    byte[] refs;

    /** For the provider. */
    protected ChangeEntity() {}

    ChangeEntity(Waiting.Change change) {
        id = change.id();
        tenant = change.tenant();
        refs = change.refs();
    }
}
