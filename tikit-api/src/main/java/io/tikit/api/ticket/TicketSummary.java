package io.tikit.api.ticket;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.category.CategoryId;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it stands in a list: all but its custom fields. Immutable; times are cut to milliseconds.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class TicketSummary {
    private final TicketId id;
    private final long number;
    private final TicketType type;
    private final String subject;
    private final Priority priority;
    private final Status status;
    private final State state;
    private final UserId requester;
    private final Optional<UserId> submitter;
    private final Optional<TeamId> team;
    private final Optional<UserId> assignee;
    private final Optional<CategoryId> category;
    private final Optional<OrganisationId> organisation;
    private final Instant createdAt;
    private final Instant updatedAt;
    private final Optional<Instant> resolvedAt;
    private final Revision revision;

    private TicketSummary(Builder from) {
        id = Objects.requireNonNull(from.id, "id");
        number = from.number;
        type = from.type;
        subject = Objects.requireNonNull(from.subject, "subject");
        priority = from.priority;
        status = from.status;
        state = from.state;
        requester = Objects.requireNonNull(from.requester, "requester");
        submitter = Optional.ofNullable(from.submitter);
        team = Optional.ofNullable(from.team);
        assignee = Optional.ofNullable(from.assignee);
        category = Optional.ofNullable(from.category);
        organisation = Optional.ofNullable(from.organisation);
        createdAt = Objects.requireNonNull(from.createdAt, "createdAt");
        updatedAt = Objects.requireNonNull(from.updatedAt, "updatedAt");
        resolvedAt = Optional.ofNullable(from.resolvedAt);
        revision = from.revision;
    }

    /**
     * The id, unique over all tenants.
     *
     * @return the id
     */
    public TicketId id() {
        return id;
    }

    /**
     * The number for people, unique within the tenant (REQ-TM-002).
     *
     * @return such as {@code TIK-12345}
     */
    public String number() {
        return TicketNumber.format(number);
    }

    /**
     * The number without its prefix.
     *
     * @return at least 1
     */
    public long serial() {
        return number;
    }

    /**
     * What kind of matter it is.
     *
     * @return the type
     */
    public TicketType type() {
        return type;
    }

    /**
     * What it is about, in a line.
     *
     * @return 1 to 255 characters
     */
    public String subject() {
        return subject;
    }

    /**
     * How soon it wants attention.
     *
     * @return the priority
     */
    public Priority priority() {
        return priority;
    }

    /**
     * The desk's own name for where it stands.
     *
     * @return the status
     */
    public Status status() {
        return status;
    }

    /**
     * What the status means to the engine.
     *
     * @return the state
     */
    public State state() {
        return state;
    }

    /**
     * Whom it is for.
     *
     * @return the requester
     */
    public UserId requester() {
        return requester;
    }

    /**
     * Who entered it.
     *
     * @return the submitter; empty when it was a service or the engine
     */
    public Optional<UserId> submitter() {
        return submitter;
    }

    /**
     * In whose queue it is.
     *
     * @return the team, or empty
     */
    public Optional<TeamId> team() {
        return team;
    }

    /**
     * Who works on it.
     *
     * @return the assignee, or empty
     */
    public Optional<UserId> assignee() {
        return assignee;
    }

    /**
     * What it is about.
     *
     * @return the category, or empty
     */
    public Optional<CategoryId> category() {
        return category;
    }

    /**
     * The requester's organisation that it belongs to.
     *
     * @return the organisation, or empty
     */
    public Optional<OrganisationId> organisation() {
        return organisation;
    }

    /**
     * When it was created.
     *
     * @return the instant
     */
    public Instant createdAt() {
        return createdAt;
    }

    /**
     * When it last changed or something was written on it.
     *
     * @return the instant, never before {@link #createdAt()}
     */
    public Instant updatedAt() {
        return updatedAt;
    }

    /**
     * Since when it is resolved or closed.
     *
     * @return the instant; empty while it is open
     */
    public Optional<Instant> resolvedAt() {
        return resolvedAt;
    }

    /**
     * How many commits it has seen.
     *
     * @return the revision
     */
    public Revision revision() {
        return revision;
    }

    /**
     * Starts a changed copy.
     *
     * @return a builder that holds these values
     */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * Starts from the defaults: a question of medium priority, new, at its first revision.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TicketSummary that
                && id.equals(that.id)
                && number == that.number
                && type == that.type
                && subject.equals(that.subject)
                && priority == that.priority
                && status.equals(that.status)
                && state == that.state
                && requester.equals(that.requester)
                && submitter.equals(that.submitter)
                && team.equals(that.team)
                && assignee.equals(that.assignee)
                && category.equals(that.category)
                && organisation.equals(that.organisation)
                && createdAt.equals(that.createdAt)
                && updatedAt.equals(that.updatedAt)
                && resolvedAt.equals(that.resolvedAt)
                && revision.equals(that.revision);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, revision);
    }

    /** Names the ticket without its subject, so that logs hold no personal data. */
    @Override
    public String toString() {
        return number() + " " + status + " " + priority + " revision " + revision;
    }

    /** Collects the values of a summary. Not safe for use by several threads. */
    public static final class Builder {
        private @Nullable TicketId id;
        private long number;
        private TicketType type = TicketType.QUESTION;
        private @Nullable String subject;
        private Priority priority = Priority.MEDIUM;
        private Status status = Status.NEW;
        private State state = State.NEW;
        private @Nullable UserId requester;
        private @Nullable UserId submitter;
        private @Nullable TeamId team;
        private @Nullable UserId assignee;
        private @Nullable CategoryId category;
        private @Nullable OrganisationId organisation;
        private @Nullable Instant createdAt;
        private @Nullable Instant updatedAt;
        private @Nullable Instant resolvedAt;
        private Revision revision = Revision.FIRST;

        private Builder() {}

        private Builder(TicketSummary from) {
            id = from.id;
            number = from.number;
            type = from.type;
            subject = from.subject;
            priority = from.priority;
            status = from.status;
            state = from.state;
            requester = from.requester;
            submitter = from.submitter.orElse(null);
            team = from.team.orElse(null);
            assignee = from.assignee.orElse(null);
            category = from.category.orElse(null);
            organisation = from.organisation.orElse(null);
            createdAt = from.createdAt;
            updatedAt = from.updatedAt;
            resolvedAt = from.resolvedAt.orElse(null);
            revision = from.revision;
        }

        /**
         * Sets the id and the number without its prefix.
         *
         * @param newId the id
         * @param newNumber the number, at least 1
         * @return this
         */
        public Builder identity(TicketId newId, long newNumber) {
            id = newId;
            number = newNumber;
            return this;
        }

        /**
         * Sets the type.
         *
         * @param value the type
         * @return this
         */
        public Builder type(TicketType value) {
            type = value;
            return this;
        }

        /**
         * Sets the subject.
         *
         * @param value the subject
         * @return this
         */
        public Builder subject(String value) {
            subject = value;
            return this;
        }

        /**
         * Sets the priority.
         *
         * @param value the priority
         * @return this
         */
        public Builder priority(Priority value) {
            priority = value;
            return this;
        }

        /**
         * Sets the status and the state that it maps to.
         *
         * @param newStatus the status
         * @param newState the state
         * @return this
         */
        public Builder status(Status newStatus, State newState) {
            status = newStatus;
            state = newState;
            return this;
        }

        /**
         * Sets whom it is for and who entered it.
         *
         * @param newRequester the requester
         * @param newSubmitter the submitter, or null
         * @return this
         */
        public Builder people(UserId newRequester, @Nullable UserId newSubmitter) {
            requester = newRequester;
            submitter = newSubmitter;
            return this;
        }

        /**
         * Sets the team.
         *
         * @param value the team, or null for none
         * @return this
         */
        public Builder team(@Nullable TeamId value) {
            team = value;
            return this;
        }

        /**
         * Sets the assignee.
         *
         * @param value the assignee, or null for none
         * @return this
         */
        public Builder assignee(@Nullable UserId value) {
            assignee = value;
            return this;
        }

        /**
         * Sets the category.
         *
         * @param value the category, or null for none
         * @return this
         */
        public Builder category(@Nullable CategoryId value) {
            category = value;
            return this;
        }

        /**
         * Sets the organisation.
         *
         * @param value the organisation, or null for none
         * @return this
         */
        public Builder organisation(@Nullable OrganisationId value) {
            organisation = value;
            return this;
        }

        /**
         * Sets the times of creation and last change.
         *
         * @param created when it was created
         * @param updated when it last changed
         * @return this
         */
        public Builder times(Instant created, Instant updated) {
            createdAt = created;
            updatedAt = updated;
            return this;
        }

        /**
         * Sets since when it is resolved.
         *
         * @param value the instant, or null while it is open
         * @return this
         */
        public Builder resolvedAt(@Nullable Instant value) {
            resolvedAt = value;
            return this;
        }

        /**
         * Sets the revision.
         *
         * @param value the revision
         * @return this
         */
        public Builder revision(Revision value) {
            revision = value;
            return this;
        }

        /**
         * Makes the summary.
         *
         * @return an immutable value
         * @throws NullPointerException if identity, subject, people or times are missing
         */
        public TicketSummary build() {
            return new TicketSummary(this);
        }
    }
}
