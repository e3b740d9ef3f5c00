package io.tikit.tck.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.spi.attachment.AttachmentKey;
import io.tikit.spi.attachment.AttachmentStore;
import io.tikit.spi.condition.ConditionInterpreter;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Listing what is kept, and clearing away what never ended.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface AttachmentListContract extends AttachmentStoreFixture {
    /**
     * Ids are listed in the order of unsigned bytes, each once, in pages of any size.
     *
     * @throws IOException if the store fails
     */
    @Test
    default void idsAreListedInOrder() throws IOException {
        OpenStores given = new OpenStores();
        List<AttachmentId> ids = new ArrayList<>();
        try (AttachmentStore store = OpenStores.opened(emptyPlace())) {
            for (int i = 0; i < 60; i++) {
                AttachmentKey key = given.key();
                OpenStores.write(store, key, new byte[] {1});
                ids.add(key.id());
            }
            ids.sort(Comparator.comparing(AttachmentId::value, ConditionInterpreter::compareUnsigned));
            for (int size : new int[] {1, 7, 59, 60, 500}) {
                assertThat(walk(store, size)).containsExactlyElementsOf(ids);
            }
        }
    }

    /**
     * What is there throughout is listed once, whatever comes and goes meanwhile.
     *
     * @throws IOException if the store fails
     */
    @Test
    default void listIsSteadyWhileOthersComeAndGo() throws IOException {
        OpenStores given = new OpenStores();
        List<AttachmentId> steady = new ArrayList<>();
        List<AttachmentKey> passing = new ArrayList<>();
        try (AttachmentStore store = OpenStores.opened(emptyPlace())) {
            for (int i = 0; i < 40; i++) {
                AttachmentKey key = given.key();
                OpenStores.write(store, key, new byte[] {1});
                if (i % 2 == 0) {
                    steady.add(key.id());
                } else {
                    passing.add(key);
                }
            }
            List<AttachmentId> seen = new ArrayList<>();
            Optional<AttachmentId> after = Optional.empty();
            for (List<AttachmentId> page = store.list(OpenStores.ACME, after, 3);
                    !page.isEmpty();
                    page = store.list(OpenStores.ACME, after, 3)) {
                seen.addAll(page);
                after = Optional.of(page.get(page.size() - 1));
                if (!passing.isEmpty()) {
                    store.delete(passing.remove(0));
                }
                OpenStores.write(store, given.key(), new byte[] {2});
            }
            assertThat(seen).doesNotHaveDuplicates().containsAll(steady);
        }
    }

    /**
     * Tenants do not reach each other's bytes, not even by the same id.
     *
     * @throws IOException if the store fails
     */
    @Test
    default void tenantsAreApart() throws IOException {
        OpenStores given = new OpenStores();
        try (AttachmentStore store = OpenStores.opened(emptyPlace())) {
            AttachmentKey ours = given.key();
            AttachmentKey theirs = new AttachmentKey(OpenStores.GLOBEX, ours.id());
            OpenStores.write(store, ours, new byte[] {1});
            assertThat(store.size(theirs)).isEmpty();
            assertThat(store.open(theirs, 0)).isEmpty();
            assertThat(store.list(OpenStores.GLOBEX, Optional.empty(), 10)).isEmpty();
            OpenStores.write(store, theirs, new byte[] {2});
            assertThat(OpenStores.read(store, ours, 0)).containsExactly(1);
            assertThat(OpenStores.read(store, theirs, 0)).containsExactly(2);
            assertThat(store.delete(theirs)).isTrue();
            assertThat(store.list(OpenStores.ACME, Optional.empty(), 10)).containsExactly(ours.id());
        }
    }

    /**
     * Clearing away leaves alone what is kept and what was begun later.
     *
     * @throws IOException if the store fails
     */
    @Test
    default void clearingLeavesTheRestAlone() throws IOException {
        OpenStores given = new OpenStores();
        try (AttachmentStore store = OpenStores.opened(emptyPlace())) {
            AttachmentKey kept = given.key();
            OpenStores.write(store, kept, new byte[] {1});
            AttachmentKey going = given.key();
            InputStream content = new FilterInputStream(new ByteArrayInputStream(given.bytes(100_000))) {
                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    assertThat(store.clearUnfinished(Instant.EPOCH, 10)).isZero();
                    return super.read(bytes, from, length);
                }
            };
            assertThat(store.write(going, content)).isEqualTo(100_000);
            assertThat(store.clearUnfinished(Instant.parse("2999-01-01T00:00:00Z"), 10))
                    .isZero();
            assertThat(store.size(kept)).isPresent();
            assertThat(store.size(going)).isPresent();
        }
    }

    private static List<AttachmentId> walk(AttachmentStore store, int size) throws IOException {
        List<AttachmentId> all = new ArrayList<>();
        Optional<AttachmentId> after = Optional.empty();
        for (List<AttachmentId> page = store.list(OpenStores.ACME, after, size);
                !page.isEmpty();
                page = store.list(OpenStores.ACME, after, size)) {
            assertThat(page).hasSizeLessThanOrEqualTo(size);
            all.addAll(page);
            after = Optional.of(page.get(page.size() - 1));
        }
        return all;
    }
}
