package io.tikit.api.ticket;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.category.CategoryId;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import java.time.Instant;
import java.util.Objects;

/**
 * One thing to set or clear on a ticket. A command holds a list of them; of two that speak of the same field the later
 * one counts.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public sealed interface TicketChange {
    /**
     * The key of the custom field that holds the instant at which a ticket that waits wants attention again. A ticket that
     * leaves the pending state loses it.
     */
    String PENDING_UNTIL = "pending_until";

    /**
     * Lets a ticket that waits, or comes to wait by the same command, wake up: at the instant it goes to the status of its
     * workflow for tickets that want attention again, unless it has left the pending state before, as it does when its
     * requester replies.
     *
     * @param at when; an instant that has passed wakes it at once
     * @return the change
     */
    static TicketChange wakeAt(Instant at) {
        return new SetField(PENDING_UNTIL, new FieldValue.Moment(at));
    }

    /**
     * The key of the field that is changed, as it stands in events and conflicts.
     *
     * @return the key
     */
    String field();

    /**
     * Sets the subject.
     *
     * @param value 1 to 255 characters in one line
     */
    record SetSubject(String value) implements TicketChange {
        /** Checks that nothing is null. */
        public SetSubject {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String field() {
            return TicketFields.SUBJECT.key();
        }
    }

    /**
     * Sets the type.
     *
     * @param value the type
     */
    record SetType(TicketType value) implements TicketChange {
        /** Checks that nothing is null. */
        public SetType {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String field() {
            return TicketFields.TYPE.key();
        }
    }

    /**
     * Sets the priority.
     *
     * @param value the priority
     */
    record SetPriority(Priority value) implements TicketChange {
        /** Checks that nothing is null. */
        public SetPriority {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String field() {
            return TicketFields.PRIORITY.key();
        }
    }

    /**
     * Moves the ticket to a status, along a transition of its workflow.
     *
     * @param value the status
     */
    record SetStatus(Status value) implements TicketChange {
        /** Checks that nothing is null. */
        public SetStatus {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String field() {
            return TicketFields.STATUS.key();
        }
    }

    /**
     * Makes it somebody else's.
     *
     * @param value the requester, an active user
     */
    record SetRequester(UserId value) implements TicketChange {
        /** Checks that nothing is null. */
        public SetRequester {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String field() {
            return TicketFields.REQUESTER.key();
        }
    }

    /**
     * Puts it into a team's queue.
     *
     * @param value the team, not a retired one
     */
    record SetTeam(TeamId value) implements TicketChange {
        /** Checks that nothing is null. */
        public SetTeam {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String field() {
            return TicketFields.TEAM.key();
        }
    }

    /** Takes it out of its team's queue. */
    record ClearTeam() implements TicketChange {
        @Override
        public String field() {
            return TicketFields.TEAM.key();
        }
    }

    /**
     * Gives it to somebody who works on tickets.
     *
     * @param value the assignee, an active user who is not a mere customer
     */
    record SetAssignee(UserId value) implements TicketChange {
        /** Checks that nothing is null. */
        public SetAssignee {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String field() {
            return TicketFields.ASSIGNEE.key();
        }
    }

    /** Takes it from its assignee. */
    record ClearAssignee() implements TicketChange {
        @Override
        public String field() {
            return TicketFields.ASSIGNEE.key();
        }
    }

    /**
     * Says what it is about.
     *
     * @param value the category, not a retired one
     */
    record SetCategory(CategoryId value) implements TicketChange {
        /** Checks that nothing is null. */
        public SetCategory {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String field() {
            return TicketFields.CATEGORY.key();
        }
    }

    /** Takes it out of its category. */
    record ClearCategory() implements TicketChange {
        @Override
        public String field() {
            return TicketFields.CATEGORY.key();
        }
    }

    /**
     * Makes it an organisation's.
     *
     * @param value the organisation, not a retired one
     */
    record SetOrganisation(OrganisationId value) implements TicketChange {
        /** Checks that nothing is null. */
        public SetOrganisation {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String field() {
            return TicketFields.ORGANISATION.key();
        }
    }

    /** Makes it no organisation's. */
    record ClearOrganisation() implements TicketChange {
        @Override
        public String field() {
            return TicketFields.ORGANISATION.key();
        }
    }

    /**
     * Sets a custom field (REQ-TM-003).
     *
     * @param key lower-case ASCII letters, digits and underscore, starting with a letter, at most 40 characters
     * @param value the value; a text of at most 4,000 characters
     */
    record SetField(String key, FieldValue value) implements TicketChange {
        /** Checks that nothing is null. */
        public SetField {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String field() {
            return TicketFields.CUSTOM_PREFIX + key;
        }
    }

    /**
     * Clears a custom field.
     *
     * @param key its key
     */
    record ClearField(String key) implements TicketChange {
        /** Checks that nothing is null. */
        public ClearField {
            Objects.requireNonNull(key, "key");
        }

        @Override
        public String field() {
            return TicketFields.CUSTOM_PREFIX + key;
        }
    }
}
