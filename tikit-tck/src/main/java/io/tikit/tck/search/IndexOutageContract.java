package io.tikit.tck.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.api.ticket.Ticket;
import io.tikit.spi.search.IndexBatch;
import io.tikit.spi.search.SearchIndex;
import io.tikit.tck.Expect;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What an index does when its data cannot be written: it says so, and skips nothing afterwards.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface IndexOutageContract extends SearchIndexFixture {
    /** Whoever cannot write says so and is at the last flush; what is applied again is there once. */
    @Test
    default void lostBatchIsAppliedAgain() {
        Outage outage = cut();
        try (SearchIndex index = outage.index()) {
            index.open();
            IndexTenant tenant = new IndexTenant(index, "outage");
            List<Ticket> tickets = written(index, tenant, outage.broken());
            outage.broken().accept(false);
            assertThat(index.position(tenant.id())).isEqualTo(1);
            for (int i = 1; i < 3; i++) {
                index.apply(tenant.id(), new IndexBatch(i + 1, List.of(tickets.get(i)), List.of()));
            }
            index.flush(tenant.id());
            assertThat(index.position(tenant.id())).isEqualTo(3);
            assertThat(tenant.found("zorvex")).hasSize(3);
        }
    }

    /** Whoever does not ask for the position is refused, or nothing was lost. */
    @Test
    default void nothingIsSkippedAfterAFailure() {
        Outage outage = cut();
        try (SearchIndex index = outage.index()) {
            index.open();
            IndexTenant tenant = new IndexTenant(index, "outage-skip");
            List<Ticket> tickets = written(index, tenant, outage.broken());
            outage.broken().accept(false);
            Throwable refusal = catchThrowable(() -> {
                index.apply(tenant.id(), new IndexBatch(3, List.of(tickets.get(2)), List.of()));
                index.flush(tenant.id());
            });
            if (refusal == null) {
                assertThat(index.position(tenant.id())).isEqualTo(3);
                assertThat(tenant.found("zorvex")).hasSize(3);
            } else {
                Expect.failure(ErrorCode.INDEX_UNAVAILABLE, () -> {
                    throw refusal;
                });
                assertThat(index.position(tenant.id())).isEqualTo(1);
            }
        }
    }

    /** One batch that is safe and one that is not, and one that was not tried. */
    private static List<Ticket> written(SearchIndex index, IndexTenant tenant, Consumer<Boolean> broken) {
        List<Ticket> tickets = List.of(tenant.ticket("zorvex"), tenant.ticket("zorvex"), tenant.ticket("zorvex"));
        tenant.put(tickets.get(0));
        index.flush(tenant.id());
        broken.accept(true);
        boolean failed = false;
        try {
            index.apply(tenant.id(), new IndexBatch(2, List.of(tickets.get(1)), List.of()));
        } catch (UnavailableException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.INDEX_UNAVAILABLE);
            failed = true;
        }
        if (!failed) {
            Expect.failure(ErrorCode.INDEX_UNAVAILABLE, () -> index.flush(tenant.id()));
        }
        return tickets;
    }

    private Outage cut() {
        Optional<Outage> outage = outage();
        if (outage.isEmpty() && durable()) {
            throw new AssertionError("an index that is durable has something outside: override outage()");
        }
        Assumptions.assumeTrue(outage.isPresent(), "the index has nothing outside");
        return outage.orElseThrow();
    }
}
