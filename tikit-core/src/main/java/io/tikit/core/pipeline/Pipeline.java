package io.tikit.core.pipeline;

import io.tikit.api.Command;
import io.tikit.api.IdempotencyKey;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InternalException;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.TikitException;
import io.tikit.api.error.Violation;
import io.tikit.api.people.Role;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.core.pipeline.CommandHandler.Prepared;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The way of every command: check the shape, prepare outside, then in one unit of work authorise, load, decide and
 * write; commit; let others react. A unit that storage gave up for another writer's sake is tried again, unless it is
 * part of the host's transaction, which only the host can repeat.
 */
@Singleton
public final class Pipeline {
    private static final int TRIES = 5;
    private static final int TRIES_APART = 20;
    private static final int MOST_COMMANDS = 100;
    private static final int MOST_USERS = 500;

    private final Map<Class<?>, CommandHandler<?, ?>> handlers = new HashMap<>();
    private final Gate gate;
    private final Units units;
    private final Time time;
    private final Ids ids;
    private final Commits commits;
    private final Preparation preparation;
    private final Authorities authorities;

    @Inject
    Pipeline(
            Set<CommandHandler<?, ?>> all,
            Gate gate,
            Units units,
            Time time,
            Ids ids,
            Commits commits,
            Preparation preparation,
            Authorities authorities) {
        all.forEach(handler -> handlers.put(handler.type(), handler));
        this.gate = gate;
        this.units = units;
        this.time = time;
        this.ids = ids;
        this.commits = commits;
        this.preparation = preparation;
        this.authorities = authorities;
    }

    /** Carries out one command. */
    public <R> R execute(Session session, Command<R> command) {
        return cast(execute(session, List.of(command)).get(0));
    }

    /** Carries out several commands in one unit of work and gives their results in order. */
    public List<Object> execute(Session session, List<? extends Command<?>> commands) {
        if (commands.isEmpty() || commands.size() > MOST_COMMANDS) {
            throw new InvalidException(
                    ErrorCode.INVALID_COMMAND,
                    new Violation(
                            "commands",
                            "out_of_range",
                            "give 1 to " + MOST_COMMANDS + " commands, not " + commands.size(),
                            Map.of("least", 1, "most", MOST_COMMANDS, "value", commands.size())));
        }
        Session.Reaction reaction = session.reaction();
        if (reaction != null && reaction.isReading()) {
            throw new InvalidException(
                    ErrorCode.INVALID_CALL,
                    Violation.of(
                            "desk", "read_only", "this desk is for reading; give commands where they are asked for"));
        }
        Violations violations = new Violations();
        Set<UserId> mentioned = new HashSet<>();
        session.user().ifPresent(mentioned::add);
        for (int i = 0; i < commands.size(); i++) {
            violations.within(commands.size() == 1 ? "" : "commands[" + i + "].");
            CommandHandler<Command<Object>, Object> handler = handlerOf(commands.get(i));
            handler.check(cast(commands.get(i)), violations);
            mentioned.addAll(handler.mentions(cast(commands.get(i))));
        }
        violations.throwIfAny(ErrorCode.INVALID_COMMAND);
        return gate.inside(() -> {
            UnitMode mode = units.mode();
            List<Preparation.Learned> learned = ask(session, commands, mentioned);
            List<Optional<IdempotencyKey>> keys = reactionKeys(session, commands.size());
            for (int attempt = 1; ; attempt++) {
                try {
                    return attempt(session, commands, learned, keys, mentioned, mode);
                } catch (ConflictException e) {
                    if (e.code() != ErrorCode.STORAGE_CONFLICT || mode == UnitMode.JOINED || attempt == TRIES) {
                        throw e;
                    }
                }
            }
        });
    }

    /**
     * Does something in a unit of the engine's own, whatever transaction the host has, for features whose use cases are no
     * commands. What it records reaches all who react, as with commands.
     */
    public <R> R apart(Session session, Function<Execution, R> action) {
        return gate.inside(() -> {
            for (int attempt = 1; ; attempt++) {
                try {
                    return once(session, action);
                } catch (ConflictException e) {
                    if (e.code() != ErrorCode.STORAGE_CONFLICT || attempt == TRIES_APART) {
                        throw e;
                    }
                }
            }
        });
    }

    private <R> R once(Session session, Function<Execution, R> action) {
        Execution execution;
        R result;
        try (UnitOfWork unit = units.begin(session.tenant(), UnitMode.OWN)) {
            execution = new Execution(session, unit, time, ids, Map.of());
            result = action.apply(execution);
            commits.beforeCommit(
                    unit, execution.recorded().stream().map(Recorded::event).toList());
            unit.commit();
        } catch (TikitException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new InternalException("a change failed in an unforeseen way; nothing was written", e);
        }
        woken(execution);
        return result;
    }

    private List<Object> attempt(
            Session session,
            List<? extends Command<?>> commands,
            List<Preparation.Learned> learned,
            List<Optional<IdempotencyKey>> keys,
            Set<UserId> mentioned,
            UnitMode mode) {
        List<Prepared> prepared = new ArrayList<>(commands.size());
        for (Command<?> command : commands) {
            prepared.add(handlerOf(command).prepare(session.tenant(), cast(command)));
        }
        List<Object> results = new ArrayList<>(commands.size());
        Execution execution;
        try (UnitOfWork unit = units.begin(session.tenant(), mode)) {
            Map<UserId, User> users = read(unit, List.copyOf(mentioned));
            execution = new Execution(session, unit, time, ids, users);
            hold(execution, users);
            execution.requireActiveActor();
            if (session.reaction() != null && session.reaction().claim() != null) {
                unit.timers().fire(session.reaction().claim());
            }
            for (int i = 0; i < commands.size(); i++) {
                execution.next(keys.get(i).orElse(null), learned.get(i));
                results.add(handlerOf(commands.get(i)).handle(cast(commands.get(i)), prepared.get(i), execution));
            }
            commits.beforeCommit(
                    unit, execution.recorded().stream().map(Recorded::event).toList());
            unit.commit();
            if (mode == UnitMode.JOINED) {
                // After storage has registered its own action, so that those who are woken find the rows.
                units.afterHostCommit(() -> woken(execution));
            }
        } catch (TikitException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new InternalException("a command failed in an unforeseen way; nothing was written", e);
        }
        if (mode != UnitMode.JOINED) {
            woken(execution);
        }
        return results;
    }

    /** Once for all attempts; users who are spoken of in what is added are mentioned too. */
    private List<Preparation.Learned> ask(Session session, List<? extends Command<?>> commands, Set<UserId> mentioned) {
        if (preparation.isEmpty()) {
            return Collections.nCopies(commands.size(), Preparation.Learned.NOTHING);
        }
        Violations refusals = new Violations();
        List<Preparation.Learned> learned = new ArrayList<>(commands.size());
        for (int i = 0; i < commands.size(); i++) {
            refusals.within(commands.size() == 1 ? "" : "commands[" + i + "].");
            CommandHandler<Command<Object>, Object> handler = handlerOf(commands.get(i));
            Preparation.Learned one = preparation.ask(session, commands.get(i), handler::takes, refusals);
            mentioned.addAll(handler.mentionedIn(one.added()));
            learned.add(one);
        }
        refusals.throwIfAny(ErrorCode.INVALID_COMMAND);
        return learned;
    }

    private void woken(Execution execution) {
        execution.committed();
        commits.afterCommit(execution.recorded());
        if (execution.hasScheduled()) {
            commits.afterScheduling();
        }
    }

    /** Taken before the first attempt, so that every attempt and every later try of a reaction uses the same. */
    private static List<Optional<IdempotencyKey>> reactionKeys(Session session, int count) {
        List<Optional<IdempotencyKey>> keys = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            keys.add(Optional.ofNullable(session.reaction()).flatMap(Session.Reaction::nextKey));
        }
        return keys;
    }

    private static Map<UserId, User> read(UnitOfWork unit, List<UserId> ids) {
        Map<UserId, User> users = new HashMap<>();
        for (int from = 0; from < ids.size(); from += MOST_USERS) {
            unit.users()
                    .findAll(ids.subList(from, Math.min(ids.size(), from + MOST_USERS)))
                    .forEach(user -> users.put(user.id(), user));
        }
        return users;
    }

    /** The role as it is in this unit, and what it holds, since memory may be a little behind. */
    private void hold(Execution execution, Map<UserId, User> users) {
        Session session = execution.session();
        Role role = session.user().map(users::get).map(User::role).orElse(session.role());
        execution.hold(session.holding(role, authorities.inside(execution, role)));
    }

    private CommandHandler<Command<Object>, Object> handlerOf(Command<?> command) {
        CommandHandler<?, ?> handler = handlers.get(command.getClass());
        if (handler == null) {
            throw new InternalException("no handler for " + command.getClass().getSimpleName(), null);
        }
        return cast(handler);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
    }) // handlers are kept under the class of their commands
    private static <T> T cast(Object object) {
        return (T) object;
    }
}
