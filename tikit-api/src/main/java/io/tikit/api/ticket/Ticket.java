package io.tikit.api.ticket;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.category.CategoryId;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A ticket with its custom fields, as it was when it was read. What was written on it is its conversation.
 *
 * @param summary its built-in fields
 * @param fields its custom fields by key, in the order of the keys; read-only
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Ticket(TicketSummary summary, Map<String, FieldValue> fields) {
    /** Copies the fields. */
    public Ticket {
        Objects.requireNonNull(summary, "summary");
        SortedMap<String, FieldValue> sorted = new TreeMap<>(fields);
        fields = Collections.unmodifiableSortedMap(sorted);
    }

    /**
     * The id, unique over all tenants.
     *
     * @return the id
     */
    public TicketId id() {
        return summary.id();
    }

    /**
     * The number for people.
     *
     * @return such as {@code TIK-12345}
     */
    public String number() {
        return summary.number();
    }

    /**
     * What it is about, in a line.
     *
     * @return the subject
     */
    public String subject() {
        return summary.subject();
    }

    /**
     * How soon it wants attention.
     *
     * @return the priority
     */
    public Priority priority() {
        return summary.priority();
    }

    /**
     * The desk's own name for where it stands.
     *
     * @return the status
     */
    public Status status() {
        return summary.status();
    }

    /**
     * What the status means to the engine.
     *
     * @return the state
     */
    public State state() {
        return summary.state();
    }

    /**
     * Whom it is for.
     *
     * @return the requester
     */
    public UserId requester() {
        return summary.requester();
    }

    /**
     * In whose queue it is.
     *
     * @return the team, or empty
     */
    public Optional<TeamId> team() {
        return summary.team();
    }

    /**
     * Who works on it.
     *
     * @return the assignee, or empty
     */
    public Optional<UserId> assignee() {
        return summary.assignee();
    }

    /**
     * What it is about.
     *
     * @return the category, or empty
     */
    public Optional<CategoryId> category() {
        return summary.category();
    }

    /**
     * The requester's organisation that it belongs to.
     *
     * @return the organisation, or empty
     */
    public Optional<OrganisationId> organisation() {
        return summary.organisation();
    }

    /**
     * How many commits it has seen.
     *
     * @return the revision
     */
    public Revision revision() {
        return summary.revision();
    }

    /**
     * A custom field.
     *
     * @param key its key
     * @return its value, or empty
     */
    public Optional<FieldValue> field(String key) {
        return Optional.ofNullable(fields.get(key));
    }

    /** Names the ticket without its texts, so that logs hold no personal data. */
    @Override
    public String toString() {
        return summary.toString();
    }
}
