package io.tikit.core.search;

import io.tikit.api.condition.Condition;
import io.tikit.api.condition.Order;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.TicketSummary;
import io.tikit.core.access.Access;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import io.tikit.spi.condition.ConditionInterpreter;
import io.tikit.spi.search.SearchIndex;
import io.tikit.spi.search.SearchMatches;
import io.tikit.spi.search.SearchRequest;
import io.tikit.spi.storage.TicketListing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lists whose conditions have words: the index finds all tickets, storage says what still holds of them, and the page is
 * cut in the order of the list. So that one page costs what ten others do and no more, there is a limit to how many
 * tickets may be found.
 */
public final class WordLists {
    private static final int MOST = 1_000;
    private static final int STEP = 250;

    private final Reader reader;
    private final Optional<SearchIndex> index;

    public WordLists(Reader reader, Optional<SearchIndex> index) {
        this.reader = reader;
        this.index = index;
    }

    /**
     * One page.
     *
     * @param listing bound, with the caller's permission in the condition
     */
    public List<TicketSummary> list(Session who, TicketListing listing) {
        Comparator<TicketListing.Place> order = order(listing.orderBy());
        Condition still = Words.believed(listing.where());
        List<TicketId> ids = ids(who, listing.where());
        List<TicketSummary> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += STEP) {
            List<TicketId> some = ids.subList(from, Math.min(ids.size(), from + STEP));
            reader.read(who.tenant(), unit -> unit.tickets().findAll(some)).stream()
                    .filter(ticket -> ConditionInterpreter.holds(still, ticket))
                    .forEach(ticket -> found.add(ticket.summary()));
        }
        return found.stream()
                .filter(ticket -> listing.after()
                        .filter(place -> order.compare(TicketListing.Place.of(ticket, listing.orderBy()), place) <= 0)
                        .isEmpty())
                .sorted(Comparator.comparing(ticket -> TicketListing.Place.of(ticket, listing.orderBy()), order))
                .limit(listing.limit())
                .toList();
    }

    private List<TicketId> ids(Session who, Condition where) {
        boolean notes = Access.readsAllNotes(who);
        List<TicketId> ids = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            SearchRequest request = new SearchRequest(Optional.empty(), where, notes, after, STEP);
            SearchMatches matches =
                    reader.guarded(() -> index.orElseThrow(IndexFeeder::noIndex).search(who.tenant(), request));
            matches.matches().forEach(match -> ids.add(match.ticket()));
            after = matches.next();
            if (ids.size() >= MOST && after.isPresent()) {
                throw new InvalidException(
                        ErrorCode.INVALID_QUERY,
                        new Violation(
                                "where",
                                "too_many_found",
                                "the words are found in more than " + MOST
                                        + " tickets of this list; ask for more words, or use search().filter",
                                Map.of("max", MOST)));
            }
        } while (after.isPresent());
        return ids;
    }

    private static Comparator<TicketListing.Place> order(List<Order> steps) {
        Comparator<TicketListing.Place> order =
                Comparator.comparing(place -> place.id().value(), (a, b) -> ConditionInterpreter.compareUnsigned(a, b));
        for (int i = steps.size() - 1; i >= 0; i--) {
            int step = i;
            Comparator<TicketListing.Place> ascending = (a, b) -> ConditionInterpreter.order(
                            a.values().get(step), b.values().get(step))
                    .orElseThrow();
            order = (steps.get(i).ascending() ? ascending : ascending.reversed()).thenComparing(order);
        }
        return order;
    }
}
