package io.tikit.tck.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.Condition;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.ticket.Ticket;
import io.tikit.spi.search.SearchMatches;
import io.tikit.spi.search.SearchRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Pages of what was found.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface IndexPagingContract extends SearchIndexFixture {
    /** Without words, the newest created come first, each once, whatever the size of the pages. */
    @Test
    default void newestComeFirst() {
        IndexTenant tenant = new IndexTenant(index(), "newest");
        List<Ticket> tickets = tenant.putMany(60);
        Map<Object, Instant> created = tickets.stream()
                .collect(Collectors.toMap(Ticket::id, ticket -> ticket.summary().createdAt()));
        for (int size : List.of(1, 7, 60, 500)) {
            List<SearchMatches.Match> found = tenant.walk(Optional.empty(), Condition.always(), false, size);
            assertThat(found)
                    .extracting(SearchMatches.Match::ticket)
                    .containsExactlyInAnyOrderElementsOf(
                            tickets.stream().map(Ticket::id).toList());
            assertThat(found.stream().map(match -> created.get(match.ticket())))
                    .as("pages of %d", size)
                    .isSortedAccordingTo(Comparator.reverseOrder());
        }
    }

    /** With words, each ticket comes once over all pages, also among equal scores. */
    @Test
    default void equalScoresArePaged() {
        IndexTenant tenant = new IndexTenant(index(), "scores");
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            tickets.add(tenant.ticket("zorvex"));
        }
        tenant.apply(tickets, List.of());
        for (int size : List.of(1, 7, 40)) {
            assertThat(tenant.walk(Optional.of("zorvex"), Condition.always(), false, size))
                    .extracting(SearchMatches.Match::ticket)
                    .containsExactlyInAnyOrderElementsOf(
                            tickets.stream().map(Ticket::id).toList());
        }
    }

    /** Cursors are short and printable, and the last page has none. */
    @Test
    default void cursorsArePrintable() {
        IndexTenant tenant = new IndexTenant(index(), "cursor");
        tenant.putMany(10);
        for (Optional<String> text : List.of(Optional.<String>empty(), Optional.of("printer"))) {
            SearchMatches page =
                    index().search(tenant.id(), new SearchRequest(text, Condition.always(), true, Optional.empty(), 1));
            page.next().ifPresent(cursor -> assertThat(cursor).matches("[!-~]+").hasSizeLessThanOrEqualTo(200));
        }
        SearchMatches all = index().search(
                        tenant.id(),
                        new SearchRequest(Optional.empty(), Condition.always(), false, Optional.empty(), 11));
        assertThat(all.matches()).hasSize(10);
        assertThat(all.next()).isEmpty();
    }

    /** A cursor that cannot be read is refused. */
    @Test
    default void damagedCursorIsRefused() {
        IndexTenant tenant = new IndexTenant(index(), "damaged");
        tenant.putMany(3);
        for (String cursor : List.of("", "nonsense", "\u00e4", "x".repeat(300))) {
            Throwable thrown = catchThrowable(() -> index().search(
                            tenant.id(),
                            new SearchRequest(Optional.empty(), Condition.always(), false, Optional.of(cursor), 2)));
            assertThat(thrown).as("'%s'", cursor).isInstanceOf(InvalidException.class);
            assertThat(((InvalidException) thrown).code()).isEqualTo(ErrorCode.INVALID_CURSOR);
        }
    }

    /** An empty index finds nothing. */
    @Test
    default void emptyIndexFindsNothing() {
        IndexTenant tenant = new IndexTenant(index(), "empty");
        assertThat(tenant.walk(Optional.empty(), Condition.always(), true, 10)).isEmpty();
        assertThat(tenant.found("zorvex")).isEmpty();
        assertThat(tenant.counts(Condition.always(), "state")).isEmpty();
    }
}
