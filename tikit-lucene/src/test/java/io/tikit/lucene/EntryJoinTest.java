package io.tikit.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.condition.Condition;
import io.tikit.api.conversation.Entry;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.spi.search.IndexBatch;
import io.tikit.spi.search.SearchMatches;
import io.tikit.spi.search.SearchRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rare words take the one way from entries to tickets, frequent ones the other. Both must lead to the same tickets. */
class EntryJoinTest {
    private static final int TICKETS = 1000;
    private static Desk desk;

    @BeforeAll
    static void fill() {
        desk = Desk.inMemory();
        for (long from = 1; from <= TICKETS; from += 100) {
            List<Ticket> tickets = new ArrayList<>();
            List<Entry> entries = new ArrayList<>();
            for (long n = from; n < from + 100; n++) {
                tickets.add(Desk.ticket(n, "Printer"));
                entries.add(desk.entry(n, EntryKind.REPLY, words(n)));
                entries.add(desk.entry(n, EntryKind.REPLY, words(n) + "and more words of no weight"));
            }
            desk.index.apply(Desk.ACME, new IndexBatch(from, tickets, entries));
            // A search makes a segment, and the next lines documents that were replaced.
            desk.where(Condition.always());
            desk.add(tickets.subList(0, 10).toArray(Ticket[]::new));
        }
    }

    @AfterAll
    static void close() {
        desk.index.close();
    }

    /** The word w7 is in every seventh ticket, and so on. */
    private static String words(long n) {
        return LongStream.of(1, 2, 7, 50, 400, 999)
                .filter(every -> n % every == 0)
                .mapToObj(every -> "w" + every + " ")
                .collect(Collectors.joining());
    }

    private static List<Long> found(String text, Condition where) {
        List<Long> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            SearchMatches page =
                    desk.index.search(Desk.ACME, new SearchRequest(Optional.of(text), where, false, after, 90));
            all.addAll(Desk.numbers(page));
            assertThat(page.matches()).allSatisfy(match -> {
                assertThat(match.entries()).hasSize(2);
                assertThat(match.score()).isPositive();
            });
            after = page.next();
        } while (after.isPresent());
        return all;
    }

    private static List<Long> expected(long every, long above) {
        return LongStream.rangeClosed(above + 1, TICKETS)
                .filter(n -> n % every == 0)
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 7, 50, 400, 999})
    void everyTicketWithAMatchingEntryIsFoundOnce(long every) {
        assertThat(found("w" + every, Condition.always())).containsExactlyInAnyOrderElementsOf(expected(every, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 7, 50, 400, 999})
    void filtersHoldBothWays(long every) {
        for (long above : new long[] {3, 500, 990, 999}) {
            assertThat(found("w" + every, TicketFields.NUMBER.isAbove(above)))
                    .as("above %d", above)
                    .containsExactlyInAnyOrderElementsOf(expected(every, above));
        }
    }

    @Test
    void bothWaysGiveTheSameScore() {
        Map<Long, Float> open = scores(Condition.always());
        Map<Long, Float> narrow = scores(TicketFields.NUMBER.isAbove(998L));
        assertThat(open).hasSize(1).isEqualTo(narrow);
    }

    private static Map<Long, Float> scores(Condition where) {
        return desk
                .index
                .search(Desk.ACME, new SearchRequest(Optional.of("w999"), where, false, Optional.empty(), 10))
                .matches()
                .stream()
                .collect(Collectors.toMap(
                        match -> match.ticket().value().getLeastSignificantBits(), SearchMatches.Match::score));
    }
}
