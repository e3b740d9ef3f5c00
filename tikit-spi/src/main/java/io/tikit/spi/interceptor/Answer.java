package io.tikit.spi.interceptor;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.Violation;
import io.tikit.api.ticket.TicketChange;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an interceptor says about a command. Immutable.
 *
 * @param facts what it knows, by name: lower-case ASCII letters, digits, hyphen or underscore, starting with a letter, at
 *     most 40 characters; at most 20 facts, their texts at most 1,000 characters long. Kept with the event of the command,
 *     in order
 * @param changes what is to be set or cleared on the ticket beyond what the command says, at most 20; only for commands
 *     that carry changes themselves. They come after those of the command, so they win. They need no permission of the
 *     caller, must be acceptable otherwise, and are kept as facts
 * @param refusals why the command must not be carried out, at most 20; with one, nothing is written and the caller gets
 *     all refusals of all interceptors as one {@link io.tikit.api.error.InvalidException}
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Answer(Map<String, FieldValue> facts, List<TicketChange> changes, List<Violation> refusals) {
    /** Nothing to say: the command passes as it is. */
    public static final Answer NOTHING = new Answer(Map.of(), List.of(), List.of());

    /** Copies the collections. */
    public Answer {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        changes = List.copyOf(changes);
        refusals = List.copyOf(refusals);
    }

    /**
     * Refuses the command.
     *
     * @param reason which part of the command, the stable name of the rule, and a sentence; a text for people comes from a
     *     {@link io.tikit.spi.message.MessageBundle} under {@code violation.} and that name
     * @return the answer
     */
    public static Answer refusing(Violation reason) {
        return new Answer(Map.of(), List.of(), List.of(reason));
    }

    /**
     * With one more refusal.
     *
     * @param reason why the command must not be carried out
     * @return a copy
     */
    public Answer andRefusing(Violation reason) {
        return new Answer(
                facts,
                changes,
                Stream.concat(refusals.stream(), Stream.of(reason)).toList());
    }

    /**
     * With one more fact, or another value of it.
     *
     * @param name what it is called
     * @param value what is known
     * @return a copy
     */
    public Answer knowing(String name, FieldValue value) {
        Map<String, FieldValue> more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new Answer(more, changes, refusals);
    }

    /**
     * With one more change.
     *
     * @param change what to set or clear
     * @return a copy
     */
    public Answer changing(TicketChange change) {
        return new Answer(
                facts, Stream.concat(changes.stream(), Stream.of(change)).toList(), refusals);
    }

    /** Names what is said without values, so that logs hold no personal data. */
    @Override
    public String toString() {
        return "Answer " + facts.keySet() + " " + changes.size() + " changes " + refusals.size() + " refusals";
    }
}
