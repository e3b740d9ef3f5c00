package io.tikit.spi.condition;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.condition.Need;
import io.tikit.api.event.FieldChange;
import io.tikit.api.ticket.Ticket;
import io.tikit.spi.storage.Interval;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a condition is decided over in memory: a ticket, and whatever else is at hand. Remembers what it has read of the
 * ticket, so ask many conditions of one input. For one thread; the methods whose names begin with {@code with} make
 * copies.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class ConditionInput {
    private final Ticket ticket;
    private final @Nullable List<FieldChange> changes;
    private final @Nullable List<Interval> intervals;
    private final @Nullable Map<String, FieldValue> host;
    private final @Nullable Predicate<String> words;
    private @Nullable TicketNumbers numbers;
    private @Nullable String subject;

    private ConditionInput(
            Ticket ticket,
            @Nullable List<FieldChange> changes,
            @Nullable List<Interval> intervals,
            @Nullable Map<String, FieldValue> host,
            @Nullable Predicate<String> words) {
        this.ticket = Objects.requireNonNull(ticket, "ticket");
        this.changes = changes;
        this.intervals = intervals;
        this.host = host;
        this.words = words;
    }

    /**
     * A ticket alone.
     *
     * @param ticket the ticket
     * @return the input
     */
    public static ConditionInput of(Ticket ticket) {
        return new ConditionInput(ticket, null, null, null, null);
    }

    /**
     * With an event at hand.
     *
     * @param all what the event changed; may be empty
     * @return a copy
     */
    public ConditionInput withChanges(List<FieldChange> all) {
        return new ConditionInput(ticket, List.copyOf(all), intervals, host, words);
    }

    /**
     * With the history at hand.
     *
     * @param all every interval of the ticket
     * @return a copy
     */
    public ConditionInput withIntervals(List<Interval> all) {
        return new ConditionInput(ticket, changes, List.copyOf(all), host, words);
    }

    /**
     * With what the host knows.
     *
     * @param all values by key, with the prefix {@link io.tikit.api.ticket.TicketFields#HOST_PREFIX}; what is missing is
     *     absent
     * @return a copy
     */
    public ConditionInput withHost(Map<String, FieldValue> all) {
        return new ConditionInput(ticket, changes, intervals, Map.copyOf(all), words);
    }

    /**
     * With an index at hand.
     *
     * @param found whether words are found on the ticket by the caller
     * @return a copy
     */
    public ConditionInput withWords(Predicate<String> found) {
        return new ConditionInput(ticket, changes, intervals, host, found);
    }

    /**
     * The ticket.
     *
     * @return the ticket
     */
    public Ticket ticket() {
        return ticket;
    }

    /**
     * What is at hand.
     *
     * @return at least {@link Need#STATE}
     */
    public Set<Need> atHand() {
        Set<Need> needs = EnumSet.of(Need.STATE);
        if (changes != null) {
            needs.add(Need.CHANGE);
        }
        if (intervals != null) {
            needs.add(Need.HISTORY);
        }
        if (host != null) {
            needs.add(Need.HOST);
        }
        if (words != null) {
            needs.add(Need.TEXT);
        }
        return needs;
    }

    /**
     * Reads a field of the ticket or of the host.
     *
     * @param key the key as conditions write it
     * @return its value; empty if it has none
     * @throws IllegalArgumentException if the field is the host's and nothing of the host is at hand
     */
    public Optional<FieldValue> value(String key) {
        return FieldCatalog.isHost(key)
                ? Optional.ofNullable(need(host, Need.HOST).get(key))
                : TicketFieldCatalog.value(ticket, key);
    }

    List<FieldChange> changes() {
        return need(changes, Need.CHANGE);
    }

    List<Interval> intervals() {
        return need(intervals, Need.HISTORY);
    }

    boolean finds(String text) {
        return need(words, Need.TEXT).test(text);
    }

    private static <T> T need(@Nullable T part, Need need) {
        if (part == null) {
            throw new IllegalArgumentException(
                    "the condition needs " + need + ", which is not at hand where it is decided");
        }
        return part;
    }

    /** The ticket's built-in fields as numbers. */
    TicketNumbers numbers() {
        TicketNumbers known = numbers;
        if (known == null) {
            known = TicketNumbers.of(ticket.summary());
            numbers = known;
        }
        return known;
    }

    /** The subject folded. */
    String subject() {
        String known = subject;
        if (known == null) {
            known = Fold.comparable(ticket.subject());
            subject = known;
        }
        return known;
    }
}
