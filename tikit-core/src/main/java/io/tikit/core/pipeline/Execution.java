package io.tikit.core.pipeline;

import io.tikit.api.Command;
import io.tikit.api.IdempotencyKey;
import io.tikit.api.conversation.Entry;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.LimitException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.event.Event;
import io.tikit.api.event.EventId;
import io.tikit.api.event.Fact;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.timer.Timer;
import io.tikit.api.timer.TimerCause;
import io.tikit.spi.storage.KeyRepository;
import io.tikit.spi.storage.UnitOfWork;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One unit of work under way: who acts, what may be read and written, and the events so far. For one thread. */
public final class Execution {
    private static final int DEEPEST = 10;

    private Session session;
    private final UnitOfWork unit;
    private final Time time;
    private final Ids ids;
    private final Map<UserId, User> users;
    private final List<Recorded> recorded = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private @Nullable IdempotencyKey reactionKey;
    private Preparation.Learned learned = Preparation.Learned.NOTHING;
    private @Nullable TimerCause given;
    private boolean scheduled;
    private boolean changesConfiguration;

    Execution(Session session, UnitOfWork unit, Time time, Ids ids, Map<UserId, User> users) {
        this.session = session;
        this.unit = unit;
        this.time = time;
        this.ids = ids;
        this.users = users;
    }

    public Session session() {
        return session;
    }

    void hold(Session settled) {
        session = settled;
    }

    public UnitOfWork unit() {
        return unit;
    }

    public Time time() {
        return time;
    }

    public UUID newId() {
        return ids.next();
    }

    /** Says that this unit has changed the configuration. */
    public void configurationChanges() {
        changesConfiguration = true;
    }

    /** Whether this unit has changed the configuration, so that nobody else may see what it sees. */
    public boolean changesConfiguration() {
        return changesConfiguration;
    }

    /** Does something in memory once the unit is committed; quick and without exceptions. */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }

    /** A user that the command mentioned, as read at the beginning of this unit. */
    public Optional<User> user(UserId id) {
        return Optional.ofNullable(users.get(id));
    }

    List<Recorded> recorded() {
        return recorded;
    }

    /** Names what led to the command that is carried out, when it follows from what a caller saw. */
    public void causedBy(TimerCause cause) {
        given = cause;
    }

    /** Starts the event of a command, with all that is the same for every kind. */
    public Event.Builder newEvent(Instant at) {
        Session.Reaction reaction = session.reaction();
        TimerCause cause = reaction == null ? given : reaction.cause();
        if (cause != null && cause.depth() >= DEEPEST) {
            throw new LimitException(
                    ErrorCode.LIMIT_REACHED,
                    "event " + cause.event() + " has " + DEEPEST
                            + " causes behind it; consumers and timers seem to react to each other without end");
        }
        return Event.builder()
                .identity(session.tenant(), new EventId(ids.next()))
                .by(at, session.actor(), session.caller().onBehalfOf().orElse(null))
                .via(session.caller().channel(), session.caller().correlationId())
                .configuration(unit.configuration().revision())
                .facts(learned.facts())
                .cause(
                        cause == null ? null : cause.event(),
                        cause == null ? null : cause.subject(),
                        cause == null ? 0 : cause.depth() + 1);
    }

    /** Schedules a timer with this unit; what led to it is what this unit has recorded last. */
    public Timer schedule(String handler, String key, Instant at, Optional<UUID> subject, String payload) {
        Instant due = at.truncatedTo(ChronoUnit.MILLIS);
        Timer timer = new Timer(
                ids.next(),
                handler,
                key,
                subject,
                due,
                payload,
                TimerCauses.of(
                        session, recorded.stream().map(Recorded::event).toList(), handler, key, due, time.instant()));
        unit.timers().schedule(timer);
        scheduled = true;
        return timer;
    }

    boolean hasScheduled() {
        return scheduled;
    }

    /** Writes the event of a command; what reacts to it leaves with the unit. */
    public void record(Event event) {
        record(Recorded.of(event));
    }

    /** Writes the event of a command that left a ticket so, perhaps with an entry. */
    public void record(Event event, Ticket ticket, @Nullable Entry entry) {
        record(Recorded.of(event, ticket, entry));
    }

    private void record(Recorded written) {
        unit.events().insert(written.event());
        recorded.add(written);
    }

    /**
     * Does something once per key. A key used before gives the result of then; a reaction brings keys of its own.
     *
     * @param given the command's own key
     * @param command whose kind the key must have been used for
     * @param subject the ticket that the key must have been used on; empty when the command makes it
     * @param again makes the result from what was recorded
     * @param first does it, and gives the result
     * @param use what to record for the result
     */
    public <R> R once(
            Optional<IdempotencyKey> given,
            Command<R> command,
            Optional<UUID> subject,
            Function<KeyRepository.Use, R> again,
            Supplier<R> first,
            Function<R, UUID[]> use) {
        IdempotencyKey key = given.orElse(reactionKey);
        if (key == null) {
            return first.get();
        }
        String kind = command.getClass().getSimpleName();
        Optional<KeyRepository.Use> used = unit.keys().find(key);
        if (used.isPresent()) {
            if (!used.get().kind().equals(kind)) {
                throw new ConflictException(
                        ErrorCode.KEY_REUSED,
                        "the key " + key.source() + "/" + key.externalId() + " was used for a "
                                + used.get().kind() + ", not for a " + kind + "; give each command a key of its own");
            }
            if (subject.isPresent() && !subject.get().equals(used.get().subject())) {
                throw new ConflictException(
                        ErrorCode.KEY_REUSED,
                        "the key " + key.source() + "/" + key.externalId()
                                + " was used on another ticket; give each command a key of its own");
            }
            return again.apply(used.get());
        }
        R result = first.get();
        UUID[] subjectAndDetail = use.apply(result);
        unit.keys().insert(key, new KeyRepository.Use(kind, subjectAndDetail[0], subjectAndDetail[1]));
        return result;
    }

    /** Keeps more facts with the event of the command that is carried out: what the engine itself found out on the way. */
    public void learn(List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        List<Fact> all = new ArrayList<>(learned.facts());
        all.addAll(facts);
        learned = new Preparation.Learned(all, learned.added());
    }

    /** Keeps facts no longer that were about one of several events of the command. */
    public void forget(List<Fact> facts) {
        List<Fact> all = new ArrayList<>(learned.facts());
        all.removeAll(facts);
        learned = new Preparation.Learned(all, learned.added());
    }

    /** The changes of its ticket that interceptors add to the command that is carried out. */
    public List<TicketChange> added() {
        return learned.added();
    }

    /** What belongs to the command that comes next: the key that a reaction gives, and what was learned; the same in every attempt. */
    void next(@Nullable IdempotencyKey key, Preparation.Learned known) {
        reactionKey = key;
        learned = known;
        given = null;
    }

    /** The actor's own user must still be active when the unit reads it, whatever memory said. */
    void requireActiveActor() {
        session.user().ifPresent(id -> {
            User user = users.get(id);
            if (user == null || !user.active()) {
                throw new NotPermittedException(
                        ErrorCode.USER_INACTIVE, "user " + id + " is unknown to this desk or not active");
            }
        });
    }
}
