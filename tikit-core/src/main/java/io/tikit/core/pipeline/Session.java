package io.tikit.core.pipeline;

import io.tikit.api.Actor;
import io.tikit.api.Caller;
import io.tikit.api.IdempotencyKey;
import io.tikit.api.TenantId;
import io.tikit.api.event.Event;
import io.tikit.api.people.Role;
import io.tikit.api.people.UserId;
import io.tikit.api.timer.TimerCause;
import io.tikit.spi.storage.TimerQueue;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A caller whose identity is settled: who acts, in which role, and why.
 *
 * @param caller as the host gave it
 * @param actor who acts; never {@link Actor.Subject}
 * @param role what the actor may do
 * @param reaction set when the engine acts by itself
 * @param plugin the plugin that acts, whose own values it may reach
 * @param authority what the role holds for this actor
 * @param grant what a login of the desk's own lets the caller do; nothing for those whom the host vouches for
 */
public record Session(
        Caller caller,
        Actor actor,
        Role role,
        @Nullable Reaction reaction,
        Optional<String> plugin,
        Authority authority,
        Optional<Grant> grant) {
    /** A session of nobody's plugin, which holds nothing unless it is the engine's. */
    public Session(Caller caller, Actor actor, Role role, @Nullable Reaction reaction) {
        this(caller, actor, role, reaction, Optional.empty(), Authority.UNSETTLED, Optional.empty());
    }

    public Session ofPlugin(Optional<String> id) {
        return new Session(caller, actor, role, reaction, id, authority, grant);
    }

    /** The same actor in a role, with what it holds. */
    public Session holding(Role present, Authority held) {
        return new Session(caller, actor, present, reaction, plugin, held, grant);
    }

    /** The same actor by what they signed in with. */
    public Session by(Grant login) {
        return new Session(caller, actor, role, reaction, plugin, authority, Optional.of(login));
    }

    public TenantId tenant() {
        return caller.tenant();
    }

    /** Whose permissions count: the user who acts, or the one as whom they act. */
    public Optional<UserId> user() {
        Optional<UserId> other = grant.flatMap(Grant::actingFor);
        if (other.isPresent()) {
            return other;
        }
        return actor instanceof Actor.User user ? Optional.of(user.id()) : Optional.empty();
    }

    /** Why the engine acts, and what commands given for that reason share. */
    public static final class Reaction {
        private final @Nullable TimerCause cause;
        private final @Nullable String consumer;
        private final TimerQueue.@Nullable Claim claim;
        private final boolean reading;
        private final AtomicInteger given = new AtomicInteger();

        private Reaction(
                @Nullable TimerCause cause,
                @Nullable String consumer,
                TimerQueue.@Nullable Claim claim,
                boolean reading) {
            this.cause = cause;
            this.consumer = consumer;
            this.claim = claim;
            this.reading = reading;
        }

        /** A consumer reacts to an event; its commands have names that make a second try harmless. */
        public static Reaction to(Event cause, String consumer) {
            return new Reaction(new TimerCause(cause.id(), cause.subject(), cause.depth()), consumer, null, false);
        }

        /** A timer is done; it ends with the unit, which makes a second try harmless. */
        public static Reaction firing(TimerQueue.Claim claim) {
            return new Reaction(claim.timer().cause().orElse(null), null, claim, false);
        }

        /** A part of the engine looks before it says what is to be done; it gives no commands. */
        public static Reaction reading() {
            return new Reaction(null, null, null, true);
        }

        /** What led to it, and how many causes stand behind that. */
        public @Nullable TimerCause cause() {
            return cause;
        }

        /** The timer that ends with the unit. */
        public TimerQueue.@Nullable Claim claim() {
            return claim;
        }

        boolean isReading() {
            return reading;
        }

        Optional<IdempotencyKey> nextKey() {
            return cause == null || consumer == null
                    ? Optional.empty()
                    : Optional.of(IdempotencyKey.of("work:" + consumer, cause.event() + "/" + given.incrementAndGet()));
        }
    }
}
