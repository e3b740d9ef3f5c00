package io.tikit.tck.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.attachment.AttachmentKey;
import io.tikit.spi.attachment.AttachmentStore;
import io.tikit.spi.attachment.AttachmentStoreCapability;
import io.tikit.tck.Together;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Writing, reading and deleting bytes.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface AttachmentBytesContract extends AttachmentStoreFixture {
    /**
     * Bytes of every size come back as they were written, and are counted.
     *
     * @throws IOException if the store fails
     */
    @Test
    default void bytesComeBackAsTheyWere() throws IOException {
        OpenStores given = new OpenStores();
        try (AttachmentStore store = OpenStores.opened(emptyPlace())) {
            for (int size : new int[] {0, 1, 4_095, 8_192, 65_537, 3_000_000}) {
                AttachmentKey key = given.key();
                byte[] bytes = given.bytes(size);
                assertThat(store.write(key, new ByteArrayInputStream(bytes))).isEqualTo(size);
                assertThat(OpenStores.read(store, key, 0)).isEqualTo(bytes);
                assertThat(store.size(key)).isEqualTo(OptionalLong.of(size));
            }
        }
    }

    /**
     * Bytes are taken in pieces of at most a megabyte, and the stream is left to its owner.
     *
     * @throws IOException if the store fails
     */
    @Test
    default void contentIsTakenInPiecesAndNotClosed() throws IOException {
        OpenStores given = new OpenStores();
        AtomicInteger largest = new AtomicInteger();
        AtomicInteger closes = new AtomicInteger();
        InputStream content = new FilterInputStream(new ByteArrayInputStream(given.bytes(5_000_000))) {
            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                largest.accumulateAndGet(length, Math::max);
                return super.read(bytes, from, Math.min(length, 1_000));
            }

            @Override
            public void close() {
                closes.incrementAndGet();
            }
        };
        try (AttachmentStore store = OpenStores.opened(emptyPlace())) {
            assertThat(store.write(given.key(), content)).isEqualTo(5_000_000);
            assertThat(largest.get()).as("bytes asked for at once").isLessThanOrEqualTo(1 << 20);
            assertThat(closes.get()).isZero();
        }
    }

    /**
     * Whatever reading the content throws comes out unchanged, and nothing is kept.
     *
     * @throws IOException if the store fails
     */
    @Test
    default void failedContentLeavesNothing() throws IOException {
        OpenStores given = new OpenStores();
        List<Exception> failures = List.of(new IOException("line cut"), new IllegalArgumentException("too long"));
        try (AttachmentStore store = OpenStores.opened(emptyPlace())) {
            for (Exception failure : failures) {
                AttachmentKey key = given.key();
                InputStream content = failing(given.bytes(200_000), failure);
                assertThat(catchThrowable(() -> store.write(key, content))).isSameAs(failure);
                assertThat(store.size(key)).isEmpty();
                assertThat(store.open(key, 0)).isEmpty();
                assertThat(store.list(key.tenant(), Optional.empty(), 10)).isEmpty();
                OpenStores.write(store, key, new byte[] {1});
                assertThat(store.delete(key)).isTrue();
            }
        }
    }

    /**
     * Nobody sees bytes before the last one has come.
     *
     * @throws IOException if the store fails
     */
    @Test
    default void unfinishedBytesAreNotSeen() throws IOException {
        OpenStores given = new OpenStores();
        AttachmentKey key = given.key();
        AtomicInteger looks = new AtomicInteger();
        try (AttachmentStore store = OpenStores.opened(emptyPlace())) {
            InputStream content = new FilterInputStream(new ByteArrayInputStream(given.bytes(300_000))) {
                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    looks.incrementAndGet();
                    assertThat(store.size(key)).isEmpty();
                    assertThat(store.open(key, 0)).isEmpty();
                    assertThat(store.list(key.tenant(), Optional.empty(), 10)).isEmpty();
                    return super.read(bytes, from, length);
                }
            };
            store.write(key, content);
            assertThat(looks.get()).isPositive();
            assertThat(store.size(key)).isEqualTo(OptionalLong.of(300_000));
        }
    }

    /**
     * Bytes under a key never change: a second write is refused, also when both come at once.
     *
     * @throws IOException if the store fails
     */
    @Test
    default void bytesAreWrittenOnce() throws IOException {
        OpenStores given = new OpenStores();
        try (AttachmentStore store = OpenStores.opened(emptyPlace())) {
            AttachmentKey key = given.key();
            OpenStores.write(store, key, new byte[] {1, 2, 3});
            assertThatThrownBy(() -> OpenStores.write(store, key, new byte[] {4}))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(OpenStores.read(store, key, 0)).containsExactly(1, 2, 3);
            for (int round = 0; round < 20; round++) {
                AttachmentKey contested = given.key();
                List<Callable<Boolean>> writers = IntStream.range(0, 4)
                        .<Callable<Boolean>>mapToObj(writer -> () -> {
                            byte[] bytes = new byte[50_000];
                            Arrays.fill(bytes, (byte) writer);
                            try {
                                OpenStores.write(store, contested, bytes);
                                return true;
                            } catch (IllegalStateException e) {
                                return false;
                            }
                        })
                        .toList();
                assertThat(Together.all(writers)).containsOnlyOnce(true);
                byte[] read = Objects.requireNonNull(OpenStores.read(store, contested, 0), "the bytes written");
                assertThat(read).hasSize(50_000);
                assertThat(IntStream.range(0, 50_000)
                                .map(i -> read[i])
                                .distinct()
                                .count())
                        .isEqualTo(1);
            }
        }
    }

    /**
     * What is deleted is gone, and only that.
     *
     * @throws IOException if the store fails
     */
    @Test
    default void deletedBytesAreGone() throws IOException {
        OpenStores given = new OpenStores();
        try (AttachmentStore store = OpenStores.opened(emptyPlace())) {
            AttachmentKey gone = given.key();
            AttachmentKey kept = given.key();
            OpenStores.write(store, gone, given.bytes(10));
            OpenStores.write(store, kept, given.bytes(10));
            assertThat(store.delete(gone)).isTrue();
            assertThat(store.delete(gone)).isFalse();
            assertThat(store.delete(given.key())).isFalse();
            assertThat(store.size(gone)).isEmpty();
            assertThat(store.open(gone, 0)).isEmpty();
            assertThat(store.list(gone.tenant(), Optional.empty(), 10)).containsExactly(kept.id());
            assertThat(store.size(kept)).isEqualTo(OptionalLong.of(10));
        }
    }

    /**
     * A store with RANGE opens from any offset; one without refuses any but the beginning.
     *
     * @throws IOException if the store fails
     */
    @Test
    default void partsAreOpenedOrRefused() throws IOException {
        OpenStores given = new OpenStores();
        try (AttachmentStore store = OpenStores.opened(emptyPlace())) {
            AttachmentKey key = given.key();
            byte[] bytes = given.bytes(100_000);
            OpenStores.write(store, key, bytes);
            for (int offset : new int[] {1, 8_191, 99_999, 100_000, 100_001}) {
                if (store.capabilities().contains(AttachmentStoreCapability.RANGE)) {
                    assertThat(OpenStores.read(store, key, offset))
                            .isEqualTo(Arrays.copyOfRange(bytes, Math.min(offset, bytes.length), bytes.length));
                } else {
                    refused(ErrorCode.NOT_SUPPORTED, () -> store.open(key, offset));
                }
            }
        }
    }

    /**
     * What was written is there after a close and another start; without DURABLE it is gone.
     *
     * @throws IOException if the store fails
     */
    @Test
    default void bytesSurviveARestartOrNot() throws IOException {
        OpenStores given = new OpenStores();
        Supplier<AttachmentStore> place = emptyPlace();
        AttachmentKey key = given.key();
        byte[] bytes = given.bytes(70_000);
        boolean durable;
        try (AttachmentStore first = OpenStores.opened(place)) {
            OpenStores.write(first, key, bytes);
            durable = first.capabilities().contains(AttachmentStoreCapability.DURABLE);
        }
        try (AttachmentStore next = OpenStores.opened(place)) {
            assertThat(OpenStores.read(next, key, 0)).isEqualTo(durable ? bytes : null);
        }
    }

    /**
     * What one node writes and deletes, the other one sees at once.
     *
     * @throws IOException if the store fails
     */
    @Test
    default void nodesSeeEachOthersBytes() throws IOException {
        OpenStores given = new OpenStores();
        Supplier<AttachmentStore> place = emptyPlace();
        try (AttachmentStore one = OpenStores.opened(place)) {
            Assumptions.assumeTrue(
                    one.capabilities().contains(AttachmentStoreCapability.SHARED), "the store is not SHARED");
            try (AttachmentStore two = OpenStores.opened(place)) {
                AttachmentKey key = given.key();
                OpenStores.write(one, key, new byte[] {7});
                assertThat(OpenStores.read(two, key, 0)).containsExactly(7);
                assertThat(two.delete(key)).isTrue();
                assertThat(one.size(key)).isEmpty();
            }
        }
    }

    /**
     * A store can be closed twice and does not answer afterwards.
     *
     * @throws IOException if the store fails
     */
    @Test
    default void closedStoreStaysClosed() throws IOException {
        OpenStores given = new OpenStores();
        AttachmentStore store = OpenStores.opened(emptyPlace());
        AttachmentKey key = given.key();
        OpenStores.write(store, key, new byte[] {1});
        store.close();
        store.close();
        refused(ErrorCode.PART_UNAVAILABLE, () -> store.size(key));
        refused(ErrorCode.PART_UNAVAILABLE, () -> store.open(key, 0));
        refused(ErrorCode.PART_UNAVAILABLE, () -> store.write(given.key(), InputStream.nullInputStream()));
        refused(ErrorCode.PART_UNAVAILABLE, () -> store.list(key.tenant(), Optional.empty(), 1));
    }

    private static void refused(ErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        UnavailableException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static InputStream failing(byte[] bytes, Exception failure) {
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int read = super.read(into, from, length);
                if (read < 0 && failure instanceof IOException io) {
                    throw io;
                }
                if (read < 0) {
                    throw (RuntimeException) failure;
                }
                return read;
            }
        };
    }
}
