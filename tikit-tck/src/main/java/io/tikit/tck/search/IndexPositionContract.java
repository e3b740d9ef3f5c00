package io.tikit.tck.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.Condition;
import io.tikit.api.conversation.EntryKind;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.spi.search.IndexBatch;
import io.tikit.spi.search.SearchIndex;
import io.tikit.spi.search.SearchRequest;
import io.tikit.tck.Await;
import io.tikit.tck.Together;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Positions, and what a restart finds.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface IndexPositionContract extends SearchIndexFixture {
    /** The position follows what is flushed, and is 0 at first and after an erasure. */
    @Test
    default void positionFollowsWhatIsFlushed() {
        IndexTenant tenant = new IndexTenant(index(), "position");
        IndexTenant other = new IndexTenant(index(), "position-other");
        assertThat(index().position(tenant.id())).isZero();
        tenant.put(tenant.ticket("zorvex"));
        tenant.put(tenant.ticket("zorvex"));
        assertThat(index().position(tenant.id())).isIn(0L, 1L, 2L);
        index().flush(tenant.id());
        assertThat(index().position(tenant.id())).isEqualTo(2);
        index().flush(tenant.id());
        assertThat(index().position(tenant.id())).isEqualTo(2);
        index().apply(tenant.id(), new IndexBatch(70, List.of(), List.of()));
        index().flush(tenant.id());
        assertThat(index().position(tenant.id())).as("also without documents").isEqualTo(70);
        assertThat(index().position(other.id())).isZero();
        other.put(other.ticket("zorvex"));
        index().erase(tenant.id());
        assertThat(index().position(tenant.id())).isZero();
        assertThat(tenant.found("zorvex")).isEmpty();
        assertThat(other.found("zorvex")).hasSize(1);
        tenant.put(tenant.ticket("zorvex"));
        assertThat(tenant.found("zorvex")).hasSize(1);
    }

    /** What was applied is there after a close and another start, and so is the position. */
    @Test
    default void restartFindsWhatWasApplied() {
        Assumptions.assumeTrue(durable(), "the index is in memory alone");
        Supplier<SearchIndex> data = emptyData();
        IndexTenant tenant;
        Ticket ticket;
        try (SearchIndex index = opened(data)) {
            tenant = new IndexTenant(index, "restart");
            ticket = tenant.ticket("zorvex");
            tenant.apply(List.of(ticket), List.of(tenant.entry(ticket, EntryKind.REPLY, "kupfer")));
            index.flush(tenant.id());
            tenant.put(tenant.ticket("blenq"));
        }
        try (SearchIndex index = opened(data)) {
            assertThat(index.position(tenant.id())).isEqualTo(2);
            for (String word : List.of("zorvex", "kupfer", "blenq")) {
                assertThat(index.search(
                                        tenant.id(),
                                        new SearchRequest(
                                                Optional.of(word), Condition.always(), false, Optional.empty(), 10))
                                .matches())
                        .as(word)
                        .hasSize(1);
            }
            index.erase(tenant.id());
        }
        try (SearchIndex index = opened(data)) {
            assertThat(index.position(tenant.id())).isZero();
        }
    }

    /** Closing twice is harmless. */
    @Test
    default void closingTwiceIsHarmless() {
        SearchIndex index = opened(emptyData());
        index.position(new IndexTenant(index, "closed").id());
        index.close();
        index.close();
    }

    /** Many search while one applies; tenants are filled at the same time. */
    @Test
    default void searchesRunWhileOthersApply() {
        SearchIndex index = index();
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (String label : List.of("busy-a", "busy-b")) {
            IndexTenant tenant = new IndexTenant(index, label);
            List<Ticket> tickets = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                tickets.add(tenant.ticket("zorvex " + i));
            }
            tasks.add(() -> {
                for (int i = 0; i < tickets.size(); i += 10) {
                    tenant.apply(tickets.subList(i, i + 10), List.of());
                    if (i % 50 == 0) {
                        index.flush(tenant.id());
                    }
                }
                return tenant.walk(Optional.of("zorvex"), Condition.always(), false, 500)
                        .size();
            });
            for (int reader = 0; reader < 2; reader++) {
                tasks.add(() -> awaitAll(tenant, index, tickets.size()));
            }
        }
        assertThat(Together.all(tasks)).containsOnly(200);
    }

    /** Searches until all are found; on the way none is found twice, and none is lost again. */
    private static int awaitAll(IndexTenant tenant, SearchIndex index, int count) {
        SearchRequest request =
                new SearchRequest(Optional.of("zorvex"), Condition.always(), false, Optional.empty(), 500);
        AtomicInteger last = new AtomicInteger();
        Await.until("all tickets are found", () -> {
            List<TicketId> found = IndexTenant.ids(index.search(tenant.id(), request));
            assertThat(new HashSet<>(found)).as("found once each").hasSize(found.size());
            assertThat(found).hasSizeGreaterThanOrEqualTo(last.get());
            last.set(found.size());
            return found.size() == count;
        });
        return last.get();
    }

    private static SearchIndex opened(Supplier<SearchIndex> data) {
        SearchIndex index = data.get();
        index.open();
        return index;
    }
}
