package io.tikit.jpa.codec;

import io.tikit.api.Actor;
import io.tikit.api.people.Role;
import io.tikit.api.people.UserId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An actor as four flat columns. */
public record ActorColumns(
        short kind,
        @Nullable UUID user,
        @Nullable String name,
        @Nullable String role) {
    private static final short USER = 0;
    private static final short SERVICE = 1;
    private static final short ENGINE = 2;

    public static ActorColumns of(Actor actor) {
        if (actor instanceof Actor.User user) {
            return new ActorColumns(USER, user.id().value(), null, null);
        }
        if (actor instanceof Actor.Service service) {
            return new ActorColumns(
                    SERVICE, null, service.name(), service.role().key());
        }
        if (actor instanceof Actor.Engine engine) {
            return new ActorColumns(ENGINE, null, engine.name(), null);
        }
        throw new IllegalArgumentException("a subject becomes a user before it is recorded as an actor");
    }

    public Actor toActor() {
        return switch (kind) {
            case USER -> new Actor.User(new UserId(Objects.requireNonNull(user, "actor_user")));
            case SERVICE ->
                new Actor.Service(
                        Objects.requireNonNull(name, "actor_name"),
                        new Role(Objects.requireNonNull(role, "actor_role")));
            case ENGINE -> new Actor.Engine(Objects.requireNonNull(name, "actor_name"));
            default -> throw new IllegalStateException("unknown kind of actor " + kind + " in the database");
        };
    }
}
