package io.tikit.core.interceptor;

import io.tikit.api.Actor;
import io.tikit.api.Caller;
import io.tikit.api.Command;
import io.tikit.api.Desk;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.event.Fact;
import io.tikit.api.ticket.TicketChange;
import io.tikit.core.outbox.ReactionDesks;
import io.tikit.core.pipeline.EngineSettings;
import io.tikit.core.pipeline.Preparation;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Time;
import io.tikit.core.pipeline.Violations;
import io.tikit.spi.interceptor.Answer;
import io.tikit.spi.interceptor.Interceptor;
import io.tikit.spi.interceptor.PendingCommand;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/** Asks the interceptors of this engine about commands, in the order of their plugins. */
@Singleton
public final class Interceptors implements Preparation {
    private final List<GuardedInterceptor> all;
    private final Provider<ReactionDesks> desks;
    private final Time time;

    /**
     * An interceptor and whose it is.
     *
     * @param plugin the id of the plugin that brought it
     */
    public record Owned(String plugin, Interceptor interceptor) {}

    @Inject
    Interceptors(
            List<Owned> interceptors,
            Provider<ReactionDesks> desks,
            Time time,
            EngineSettings settings,
            Executor executor) {
        this.all = interceptors.stream()
                .map(owned -> new GuardedInterceptor(
                        owned.plugin(), owned.interceptor(), settings.interceptorTimeout(), executor))
                .toList();
        this.desks = desks;
        this.time = time;
    }

    @Override
    public boolean isEmpty() {
        return all.isEmpty();
    }

    @Override
    public Learned ask(Session session, Command<?> command, Predicate<List<TicketChange>> takes, Violations refusals) {
        List<Fact> facts = new ArrayList<>();
        List<TicketChange> added = new ArrayList<>();
        for (GuardedInterceptor one : all) {
            if (!one.wants(command)) {
                continue;
            }
            Pending pending = new Pending(
                    command,
                    session,
                    time.instant(),
                    List.copyOf(added),
                    List.copyOf(facts),
                    desks.get().readingAs(session.tenant(), one.name()));
            GuardedInterceptor.Outcome outcome = one.ask(pending, takes);
            Answer answer = outcome.answer();
            outcome.skipped()
                    .ifPresent(why ->
                            facts.add(new Fact(one.name(), "skipped.because", Optional.of(new FieldValue.Text(why)))));
            answer.facts().forEach((name, value) -> facts.add(new Fact(one.name(), name, Optional.of(value))));
            for (TicketChange change : answer.changes()) {
                facts.add(new Fact(one.name(), "set." + change.field(), ChangeValues.of(change)));
                added.add(change);
            }
            refusals.addAll(answer.refusals());
        }
        return new Learned(facts, added);
    }

    /** The names of interceptors that failed when they were asked last. */
    public List<String> failing() {
        return all.stream()
                .filter(GuardedInterceptor::isFailing)
                .map(GuardedInterceptor::name)
                .toList();
    }

    private record Pending(
            Command<?> command, Session session, Instant now, List<TicketChange> added, List<Fact> facts, Desk desk)
            implements PendingCommand {
        @Override
        public Caller caller() {
            return session.caller();
        }

        @Override
        public Actor actor() {
            return session.actor();
        }
    }
}
