package io.tikit.core.pipeline;

import io.tikit.api.Actor;
import io.tikit.api.Caller;
import io.tikit.api.IdempotencyKey;
import io.tikit.api.TenantId;
import io.tikit.api.event.Event;
import io.tikit.api.people.Role;
import io.tikit.api.people.UserId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A caller whose identity is settled: who acts, in which role, and why.
 *
 * @param caller as the host gave it
 * @param actor who acts; never {@link Actor.Subject}
 * @param role what the actor may do
 * @param reaction set when the engine reacts to an event
 */
public record Session(
        Caller caller, Actor actor, Role role, @Nullable Reaction reaction) {
    public TenantId tenant() {
        return caller.tenant();
    }

    public Optional<UserId> user() {
        return actor instanceof Actor.User user ? Optional.of(user.id()) : Optional.empty();
    }

    /** What commands of a reaction share: their cause, and names that make a second try of the reaction harmless. */
    public static final class Reaction {
        private final Event cause;
        private final String consumer;
        private final AtomicInteger given = new AtomicInteger();

        public Reaction(Event cause, String consumer) {
            this.cause = cause;
            this.consumer = consumer;
        }

        public Event cause() {
            return cause;
        }

        IdempotencyKey nextKey() {
            return IdempotencyKey.of("work:" + consumer, cause.id() + "/" + given.incrementAndGet());
        }
    }
}
