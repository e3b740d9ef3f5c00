package io.tikit.api.event;

import io.tikit.api.Actor;
import io.tikit.api.Channel;
import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.conversation.EntryId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, exactly as one command recorded it: who, when, by which way, what changed, and which event
 * led to it. Immutable.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class Event {
    /** The version of the form in which this release records events. */
    public static final int SCHEMA_VERSION = 1;

    private final EventId id;
    private final TenantId tenant;
    private final String type;
    private final UUID subject;
    private final long revision;
    private final Instant at;
    private final Actor actor;
    private final Optional<UserId> onBehalfOf;
    private final Channel channel;
    private final String correlationId;
    private final Optional<EventId> cause;
    private final Optional<UUID> causeSubject;
    private final int depth;
    private final Optional<EntryId> entry;
    private final List<FieldChange> changes;
    private final List<Fact> facts;
    private final long configurationRevision;

    private Event(Builder from) {
        id = Objects.requireNonNull(from.id, "id");
        tenant = Objects.requireNonNull(from.tenant, "tenant");
        type = Objects.requireNonNull(from.type, "type");
        subject = Objects.requireNonNull(from.subject, "subject");
        revision = from.revision;
        at = Objects.requireNonNull(from.at, "at");
        actor = Objects.requireNonNull(from.actor, "actor");
        onBehalfOf = Optional.ofNullable(from.onBehalfOf);
        channel = from.channel;
        correlationId = from.correlationId;
        cause = Optional.ofNullable(from.cause);
        causeSubject = Optional.ofNullable(from.causeSubject).filter(other -> !other.equals(subject));
        depth = from.depth;
        entry = Optional.ofNullable(from.entry);
        changes = List.copyOf(from.changes);
        facts = List.copyOf(from.facts);
        configurationRevision = from.configurationRevision;
    }

    /**
     * The id; a good key to make the handling of an event idempotent.
     *
     * @return the id
     */
    public EventId id() {
        return id;
    }

    /**
     * Whose desk.
     *
     * @return the tenant
     */
    public TenantId tenant() {
        return tenant;
    }

    /**
     * What kind of thing happened.
     *
     * @return one of {@link EventTypes}, or a type that a later release added
     */
    public String type() {
        return type;
    }

    /**
     * What it happened to: the id of a ticket, user or team, or {@link EventTypes#CONFIGURATION_SUBJECT}, by the type.
     *
     * @return the id
     */
    public UUID subject() {
        return subject;
    }

    /**
     * The ticket, when it happened to one.
     *
     * @return the ticket, or empty
     */
    public Optional<TicketId> ticket() {
        return type.startsWith("ticket.") ? Optional.of(new TicketId(subject)) : Optional.empty();
    }

    /**
     * The revision that the subject has since.
     *
     * @return from 1 on; 0 for subjects that count none
     */
    public long revision() {
        return revision;
    }

    /**
     * When it happened. Never before an earlier event of the same ticket.
     *
     * @return the instant
     */
    public Instant at() {
        return at;
    }

    /**
     * Who did it; never {@link Actor.Subject}.
     *
     * @return the actor
     */
    public Actor actor() {
        return actor;
    }

    /**
     * For whom the actor did it.
     *
     * @return the user, or empty
     */
    public Optional<UserId> onBehalfOf() {
        return onBehalfOf;
    }

    /**
     * By which way it came.
     *
     * @return the channel
     */
    public Channel channel() {
        return channel;
    }

    /**
     * The host's name for the request that led to it.
     *
     * @return the name, or an empty text
     */
    public String correlationId() {
        return correlationId;
    }

    /**
     * What the cause happened to.
     *
     * @return the id of another ticket, user or team; empty when the cause happened to the same subject, or there is none
     */
    public Optional<UUID> causeSubject() {
        return causeSubject;
    }

    /**
     * The event that led to it, when the engine or a plugin reacted.
     *
     * @return the cause, or empty when a caller did it
     */
    public Optional<EventId> cause() {
        return cause;
    }

    /**
     * How many causes stand behind it.
     *
     * @return 0 when a caller did it
     */
    public int depth() {
        return depth;
    }

    /**
     * The entry that was written with it.
     *
     * @return the entry, or empty
     */
    public Optional<EntryId> entry() {
        return entry;
    }

    /**
     * What changed.
     *
     * @return the changes, by field
     */
    public List<FieldChange> changes() {
        return changes;
    }

    /**
     * What somebody outside said while the command was prepared. Those who do not work on tickets are not told.
     *
     * @return the facts, in the order in which they were learned
     */
    public List<Fact> facts() {
        return facts;
    }

    /**
     * The same event as those see it who are not told of facts.
     *
     * @return this, or a copy without facts
     */
    public Event withoutFacts() {
        return facts.isEmpty()
                ? this
                : builder()
                        .identity(tenant, id)
                        .happened(type, subject, revision)
                        .by(at, actor, onBehalfOf.orElse(null))
                        .via(channel, correlationId)
                        .cause(cause.orElse(null), causeSubject.orElse(null), depth)
                        .entry(entry.orElse(null))
                        .changes(changes)
                        .configuration(configurationRevision)
                        .build();
    }

    /**
     * The same event as those see it who read no notes: an update, without the entry and without facts.
     *
     * @return this, or a copy when a note was written
     */
    public Event withoutNote() {
        return type.equals(EventTypes.TICKET_NOTED)
                ? builder()
                        .identity(tenant, id)
                        .happened(EventTypes.TICKET_UPDATED, subject, revision)
                        .by(at, actor, onBehalfOf.orElse(null))
                        .via(channel, correlationId)
                        .cause(cause.orElse(null), causeSubject.orElse(null), depth)
                        .changes(changes)
                        .configuration(configurationRevision)
                        .build()
                : this;
    }

    /**
     * The same event with other changes, as those see it who may not read all fields.
     *
     * @param told the changes that are told
     * @return a copy
     */
    public Event withChanges(List<FieldChange> told) {
        return builder()
                .identity(tenant, id)
                .happened(type, subject, revision)
                .by(at, actor, onBehalfOf.orElse(null))
                .via(channel, correlationId)
                .cause(cause.orElse(null), causeSubject.orElse(null), depth)
                .entry(entry.orElse(null))
                .changes(told)
                .facts(facts)
                .configuration(configurationRevision)
                .build();
    }

    /**
     * The revision of the desk's configuration under which it was decided.
     *
     * @return 0 while nothing is set up
     */
    public long configurationRevision() {
        return configurationRevision;
    }

    /**
     * Starts an event.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Event that
                && id.equals(that.id)
                && tenant.equals(that.tenant)
                && type.equals(that.type)
                && subject.equals(that.subject)
                && revision == that.revision
                && at.equals(that.at)
                && actor.equals(that.actor)
                && onBehalfOf.equals(that.onBehalfOf)
                && channel.equals(that.channel)
                && correlationId.equals(that.correlationId)
                && cause.equals(that.cause)
                && causeSubject.equals(that.causeSubject)
                && depth == that.depth
                && entry.equals(that.entry)
                && changes.equals(that.changes)
                && facts.equals(that.facts)
                && configurationRevision == that.configurationRevision;
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Names the event without values, so that logs hold no personal data. */
    @Override
    public String toString() {
        return type + " " + id + " on " + subject + " revision " + revision + " " + changes;
    }

    /** Collects the values of an event. Not safe for use by several threads. */
    public static final class Builder {
        private @Nullable EventId id;
        private @Nullable TenantId tenant;
        private @Nullable String type;
        private @Nullable UUID subject;
        private long revision;
        private @Nullable Instant at;
        private @Nullable Actor actor;
        private @Nullable UserId onBehalfOf;
        private Channel channel = Channel.API;
        private String correlationId = "";
        private @Nullable EventId cause;
        private @Nullable UUID causeSubject;
        private int depth;
        private @Nullable EntryId entry;
        private List<FieldChange> changes = List.of();
        private List<Fact> facts = List.of();
        private long configurationRevision;

        private Builder() {}

        /**
         * Sets what names the event.
         *
         * @param newTenant whose desk
         * @param newId the id
         * @return this
         */
        public Builder identity(TenantId newTenant, EventId newId) {
            tenant = newTenant;
            id = newId;
            return this;
        }

        /**
         * Sets what happened to what.
         *
         * @param newType the type
         * @param newSubject the id of the ticket, user or team
         * @param newRevision the revision since, 0 for subjects that count none
         * @return this
         */
        public Builder happened(String newType, UUID newSubject, long newRevision) {
            type = newType;
            subject = newSubject;
            revision = newRevision;
            return this;
        }

        /**
         * Sets when and by whom.
         *
         * @param instant when
         * @param newActor who did it
         * @param user for whom, or null
         * @return this
         */
        public Builder by(Instant instant, Actor newActor, @Nullable UserId user) {
            at = instant;
            actor = newActor;
            onBehalfOf = user;
            return this;
        }

        /**
         * Sets by which way.
         *
         * @param newChannel the channel
         * @param newCorrelationId the host's name for the request, may be empty
         * @return this
         */
        public Builder via(Channel newChannel, String newCorrelationId) {
            channel = newChannel;
            correlationId = newCorrelationId;
            return this;
        }

        /**
         * Sets what led to it.
         *
         * @param event the cause, or null
         * @param newDepth how many causes stand behind it
         * @return this
         */
        public Builder cause(@Nullable EventId event, int newDepth) {
            return cause(event, null, newDepth);
        }

        /**
         * Sets what led to it, and what that happened to.
         *
         * @param event the cause, or null
         * @param eventSubject what the cause happened to, or null for the subject of this event
         * @param newDepth how many causes stand behind it
         * @return this
         */
        public Builder cause(@Nullable EventId event, @Nullable UUID eventSubject, int newDepth) {
            cause = event;
            causeSubject = eventSubject;
            depth = newDepth;
            return this;
        }

        /**
         * Sets the entry that was written.
         *
         * @param newEntry the entry, or null
         * @return this
         */
        public Builder entry(@Nullable EntryId newEntry) {
            entry = newEntry;
            return this;
        }

        /**
         * Sets what changed.
         *
         * @param newChanges the changes, by field
         * @return this
         */
        public Builder changes(List<FieldChange> newChanges) {
            changes = newChanges;
            return this;
        }

        /**
         * Sets what was said while the command was prepared.
         *
         * @param newFacts the facts, in the order in which they were learned
         * @return this
         */
        public Builder facts(List<Fact> newFacts) {
            facts = newFacts;
            return this;
        }

        /**
         * Sets under which configuration it was decided.
         *
         * @param revision the revision of the desk's configuration, 0 while nothing is set up
         * @return this
         */
        public Builder configuration(long revision) {
            configurationRevision = revision;
            return this;
        }

        /**
         * Makes the event.
         *
         * @return an immutable value
         * @throws NullPointerException if identity, what happened, when or who is missing
         */
        public Event build() {
            return new Event(this);
        }
    }
}
