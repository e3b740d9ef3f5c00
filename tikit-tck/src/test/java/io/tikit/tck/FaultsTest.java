package io.tikit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tikit.api.TenantId;
import io.tikit.spi.search.IndexBatch;
import io.tikit.spi.search.SearchIndex;
import io.tikit.tck.search.ReferenceSearchIndex;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final TenantId ACME = TenantId.of("acme");

    private final Faults faults = new Faults();
    private final SearchIndex real = new ReferenceSearchIndex();
    private final SearchIndex index = faults.wrap(SearchIndex.class, real);

    @Test
    void nothingHappensWithoutAPlan() {
        apply(3);
        assertThat(index.position(ACME)).isEqualTo(3);
        assertThat(faults.calls()).isEqualTo(3);
        assertThat(faults.isPlanned()).isFalse();
    }

    @Test
    void failureBeforeTheCallLeavesNoEffect() {
        faults.failBefore("SearchIndex.flush", 2, () -> new IllegalStateException("planted"));
        apply(1);
        assertThatIllegalStateException().isThrownBy(() -> apply(2)).withMessage("planted");
        assertThat(real.position(ACME)).isEqualTo(1);
        apply(3);
        assertThat(real.position(ACME)).isEqualTo(3);
    }

    @Test
    void failureAfterTheCallLeavesItsEffect() {
        faults.failAfter("SearchIndex.flush", 1, () -> new IllegalStateException("planted"));
        assertThat(faults.isPlanned()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> apply(5));
        assertThat(real.position(ACME)).isEqualTo(5);
        assertThat(faults.isPlanned()).isFalse();
    }

    @Test
    void anyCallMayBeMeantButNotTheClose() {
        faults.failBefore(Faults.ANY, 1, () -> new IllegalStateException("planted"));
        index.close();
        assertThatIllegalStateException().isThrownBy(() -> index.position(ACME));
        faults.failBefore(Faults.ANY, 1, () -> new IllegalStateException("planted"));
        faults.heal();
        assertThat(index.position(ACME)).isZero();
    }

    @Test
    void actionsRunOnTheWay() {
        List<Long> seen = new ArrayList<>();
        faults.before("SearchIndex.flush", 1, () -> seen.add(real.position(ACME)));
        faults.after("SearchIndex.flush", 1, () -> seen.add(real.position(ACME)));
        apply(9);
        assertThat(seen).containsExactly(0L, 9L);
    }

    private void apply(long position) {
        index.apply(ACME, new IndexBatch(position, List.of(), List.of()));
        index.flush(ACME);
    }
}
