package io.tikit.core.timer;

import io.tikit.api.Actor;
import io.tikit.api.Caller;
import io.tikit.api.Channel;
import io.tikit.api.Command;
import io.tikit.api.Desk;
import io.tikit.api.people.Role;
import io.tikit.api.timer.Timer;
import io.tikit.core.outbox.ReactionDesks;
import io.tikit.core.pipeline.Gate;
import io.tikit.core.pipeline.Pipeline;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Time;
import io.tikit.core.plugin.PartOwners;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.TimerQueue.Claim;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.spi.timer.DueTimer;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Does one timer: asks its handler, and carries out what it says in the unit that ends the timer. */
final class TimerFiring {
    private final TimerHandlers handlers;
    private final Pipeline pipeline;
    private final Storage storage;
    private final Gate gate;
    private final ReactionDesks desks;
    private final Time time;
    private final PartOwners owners;

    @Inject
    TimerFiring(
            TimerHandlers handlers,
            Pipeline pipeline,
            Storage storage,
            Gate gate,
            ReactionDesks desks,
            Time time,
            PartOwners owners) {
        this.handlers = handlers;
        this.pipeline = pipeline;
        this.storage = storage;
        this.gate = gate;
        this.desks = desks;
        this.time = time;
        this.owners = owners;
    }

    void fire(Claim claim) throws Exception {
        String part = claim.timer().handler();
        List<Command<?>> commands = List.copyOf(
                handlers.get(part).due(new Due(claim, time.instant(), desks.readingAs(claim.tenant(), part))));
        if (commands.isEmpty()) {
            gate.enter(() -> end(claim));
            return;
        }
        Caller caller = Caller.of(claim.tenant(), new Actor.Engine(part)).via(Channel.ENGINE);
        pipeline.execute(
                new Session(caller, caller.actor(), Role.ADMIN, Session.Reaction.firing(claim))
                        .ofPlugin(owners.ofTimerHandler(part)),
                commands);
    }

    private void end(Claim claim) {
        try (UnitOfWork unit = storage.begin(claim.tenant(), UnitMode.OWN)) {
            unit.timers().fire(claim);
            unit.commit();
        }
    }

    private record Due(Claim claim, Instant now, Desk desk) implements DueTimer {
        @Override
        public Timer timer() {
            return claim.timer();
        }

        @Override
        public int attempt() {
            return claim.attempts() + 1;
        }
    }
}
