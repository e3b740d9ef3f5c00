package io.tikit.spi.condition;

import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketSummary;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The built-in fields of a ticket as numbers, so that most comparisons are a range of one number. An id takes two places.
 */
final class TicketNumbers {
    /** The number of a field without a value; no value has it. */
    static final long ABSENT = Long.MIN_VALUE;

    /** The places of fields that take one number. */
    static final Map<String, Integer> SINGLE = Map.of(
            TicketFields.NUMBER.key(), 0,
            TicketFields.TYPE.key(), 1,
            TicketFields.PRIORITY.key(), 2,
            TicketFields.STATE.key(), 3,
            TicketFields.CREATED.key(), 4,
            TicketFields.UPDATED.key(), 5,
            TicketFields.RESOLVED.key(), 6);

    /** The first of the two places of fields that hold ids. */
    static final Map<String, Integer> IDS = Map.of(
            TicketFields.REQUESTER.key(), 7,
            TicketFields.SUBMITTER.key(), 9,
            TicketFields.TEAM.key(), 11,
            TicketFields.ASSIGNEE.key(), 13,
            TicketFields.CATEGORY.key(), 15,
            TicketFields.ORGANISATION.key(), 17);

    private static final int PLACES = 19;

    /** The numbers; {@link #ABSENT} where the field has no value. */
    final long[] at;
    /** Whether every value has a number of its own; if not, the numbers must not be used. */
    final boolean exact;

    private TicketNumbers(long[] at, boolean exact) {
        this.at = at;
        this.exact = exact;
    }

    @SuppressWarnings("EnumOrdinal") // ranks are the documented order of these enums
    static TicketNumbers of(TicketSummary ticket) {
        long[] at = new long[PLACES];
        at[0] = ticket.serial();
        at[1] = ticket.type().ordinal();
        at[2] = ticket.priority().ordinal();
        at[3] = ticket.state().ordinal();
        boolean exact = at[0] != ABSENT;
        exact &= moment(at, 4, ticket.createdAt());
        exact &= moment(at, 5, ticket.updatedAt());
        exact &= moment(at, 6, ticket.resolvedAt().orElse(null));
        exact &= id(at, 7, ticket.requester().value());
        exact &= id(
                at, 9, ticket.submitter().isPresent() ? ticket.submitter().get().value() : null);
        exact &= id(at, 11, ticket.team().isPresent() ? ticket.team().get().value() : null);
        exact &= id(
                at, 13, ticket.assignee().isPresent() ? ticket.assignee().get().value() : null);
        exact &= id(
                at, 15, ticket.category().isPresent() ? ticket.category().get().value() : null);
        exact &= id(
                at,
                17,
                ticket.organisation().isPresent() ? ticket.organisation().get().value() : null);
        return new TicketNumbers(at, exact);
    }

    private static boolean moment(long[] at, int place, @Nullable Instant value) {
        if (value == null) {
            at[place] = ABSENT;
            return true;
        }
        Optional<Long> millis = millis(value);
        at[place] = millis.orElse(ABSENT);
        return millis.isPresent();
    }

    /** The milliseconds of an instant, if they have a number. */
    static Optional<Long> millis(Instant value) {
        // A second is left at both ends, so that the milliseconds of the last one cannot overflow.
        boolean fits = value.getEpochSecond() < Long.MAX_VALUE / 1000 && value.getEpochSecond() > Long.MIN_VALUE / 1000;
        return fits ? Optional.of(value.toEpochMilli()) : Optional.empty();
    }

    private static boolean id(long[] at, int place, @Nullable UUID value) {
        at[place] = value == null ? ABSENT : value.getMostSignificantBits();
        at[place + 1] = value == null ? 0 : value.getLeastSignificantBits();
        return value == null || at[place] != ABSENT;
    }
}
