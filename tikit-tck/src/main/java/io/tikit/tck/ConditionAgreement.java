package io.tikit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.category.CategoryId;
import io.tikit.api.condition.Condition;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.spi.condition.ConditionInterpreter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks an interpreter of conditions about many random tickets, and compares what it finds with what the reference
 * interpreter finds. The tickets are full of what interpreters get wrong: letters that fold into others, marks, trailing
 * blanks, numbers and instants at the ends of their ranges, fields without a value.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class ConditionAgreement {
    private static final List<Instant> MOMENTS = List.of(
            Instant.ofEpochMilli(Long.MIN_VALUE),
            Instant.ofEpochMilli(Long.MIN_VALUE + 1),
            Instant.parse("0001-01-01T00:00:00Z"),
            Instant.EPOCH.minusMillis(1),
            Instant.EPOCH,
            Instant.EPOCH.plusMillis(1),
            Instant.parse("9999-12-31T23:59:59.999Z"),
            Instant.ofEpochMilli(Long.MAX_VALUE - 1),
            Instant.ofEpochMilli(Long.MAX_VALUE));
    private static final List<String> BLANKS = List.of("", " ", "   ", "\u00a0", "\u2003 ", "\t");
    private static final int DEPTH = 4;

    private ConditionAgreement() {}

    /**
     * What is asked.
     *
     * @since 0.1
     */
    @Stability(Stability.Level.EXPERIMENTAL)
    @ImplementedBy(ImplementedBy.Party.PLUGIN)
    public interface Asked {
        /**
         * Who may stand in tickets.
         *
         * @return at least one
         */
        List<UserId> people();

        /**
         * In whose queues tickets may be.
         *
         * @return at least one
         */
        List<TeamId> teams();

        /**
         * In which categories tickets may be.
         *
         * @return categories, none unless overridden
         */
        default List<CategoryId> categories() {
            return List.of();
        }

        /**
         * To which organisations tickets may belong.
         *
         * @return organisations, none unless overridden
         */
        default List<OrganisationId> organisations() {
            return List.of();
        }

        /**
         * Keeps tickets, to be found later.
         *
         * @param tickets new ones, at most 200
         */
        void put(List<Ticket> tickets);

        /**
         * Finds tickets.
         *
         * @param where a bound condition
         * @return all tickets of which it holds, each once
         */
        Collection<TicketId> find(Condition where);
    }

    /**
     * Compares.
     *
     * @param seed of the random values; it stands in the message of a failure
     * @param tickets how many tickets there are
     * @param conditions how many conditions are asked
     * @param fields the keys of the fields that conditions speak of
     * @param asked what is asked
     * @throws AssertionError if it finds something else than the reference interpreter
     */
    public static void check(long seed, int tickets, int conditions, List<String> fields, Asked asked) {
        SampleData data = SampleData.of(seed);
        List<Ticket> all = new ArrayList<>();
        while (all.size() < tickets) {
            List<Ticket> some = new ArrayList<>();
            for (int i = 0; i < 200 && all.size() + some.size() < tickets; i++) {
                some.add(ticket(data, all.size() + some.size() + 1L, asked));
            }
            asked.put(some);
            all.addAll(some);
        }
        SampleConditions samples = new SampleConditions(data, all, fields);
        int deciding = 0;
        for (int i = 0; i < conditions; i++) {
            Condition where = samples.next(1 + i % DEPTH);
            Set<TicketId> expected = all.stream()
                    .filter(ticket -> ConditionInterpreter.holds(where, ticket))
                    .map(Ticket::id)
                    .collect(Collectors.toSet());
            Collection<TicketId> found = asked.find(where);
            if (found.size() != expected.size() || !new HashSet<>(found).equals(expected)) {
                throw new AssertionError(difference(seed, i, where, all, expected, found));
            }
            deciding += expected.isEmpty() || expected.size() == tickets ? 0 : 1;
        }
        assertThat(deciding)
                .as("seed %d: conditions that are true of some tickets and false of others", seed)
                .isGreaterThan(conditions / 4);
    }

    private static String difference(
            long seed,
            int number,
            Condition where,
            List<Ticket> all,
            Set<TicketId> expected,
            Collection<TicketId> found) {
        List<Ticket> missing = all.stream()
                .filter(ticket -> expected.contains(ticket.id()) && !found.contains(ticket.id()))
                .toList();
        List<Ticket> wrong = all.stream()
                .filter(ticket -> !expected.contains(ticket.id()) && found.contains(ticket.id()))
                .toList();
        return "seed " + seed + ", condition " + number + ", " + where + ": " + found.size() + " found, "
                + expected.size() + " expected; " + missing.size() + " are missing, such as "
                + missing.stream().findFirst() + "; " + wrong.size() + " are wrong, such as "
                + wrong.stream().findFirst();
    }

    private static Ticket ticket(SampleData data, long number, Asked asked) {
        Ticket plain = data.ticket(number, asked.people(), asked.teams(), asked.categories(), asked.organisations());
        TicketSummary.Builder extreme = plain.summary().toBuilder();
        if (data.random().nextInt(4) == 0) {
            extreme.identity(
                    plain.id(), data.random().nextBoolean() ? Long.MAX_VALUE - number : number - Long.MAX_VALUE);
        }
        if (data.random().nextInt(4) == 0) {
            extreme.times(data.oneOf(MOMENTS), data.oneOf(MOMENTS));
        }
        if (data.random().nextInt(4) == 0) {
            extreme.resolvedAt(data.oneOf(MOMENTS));
        }
        // Short ones are equal more often.
        int longest = data.random().nextBoolean() ? 20 : 245;
        extreme.subject(data.text(longest) + data.oneOf(BLANKS));
        return new Ticket(extreme.build(), plain.fields());
    }
}
