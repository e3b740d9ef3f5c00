package io.tikit.tck.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.TenantId;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.spi.attachment.AttachmentKey;
import io.tikit.spi.attachment.AttachmentStore;
import io.tikit.spi.attachment.AttachmentStoreCapability;
import io.tikit.tck.ContractRun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each planted fault makes the test fail that is there for it. */
class AttachmentStoreContractCatchesFaultsTest {
    private static final ThreadLocal<Supplier<AttachmentStore>> SUBJECT = new ThreadLocal<>();

    /** The contract on whatever store is the subject. */
    static class Subject implements AttachmentStoreContract {
        @Override
        public Supplier<AttachmentStore> emptyPlace() {
            return SUBJECT.get();
        }
    }

    @Test
    void soundStorePasses() {
        ContractRun run = run(FaultyStore::new, () -> ContractRun.of(Subject.class));
        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @EnumSource
    void faultIsCaught(Fault fault) {
        Supplier<ContractRun> one = () -> ContractRun.of(Subject.class, fault.caughtBy);
        assertThat(run(fault.store, one).failed()).containsExactly(fault.caughtBy);
    }

    private static ContractRun run(Supplier<AttachmentStore> store, Supplier<ContractRun> contract) {
        SUBJECT.set(store);
        try {
            return contract.get();
        } finally {
            SUBJECT.remove();
        }
    }

    private static byte[] all(InputStream content) throws IOException {
        return content.readAllBytes();
    }

    enum Fault {
        LOSES_THE_LAST_BYTE("bytesComeBackAsTheyWere", () -> new FaultyStore() {
            @Override
            public long write(AttachmentKey key, InputStream content) throws IOException {
                byte[] bytes = all(content);
                sound.write(key, new ByteArrayInputStream(bytes, 0, Math.max(0, bytes.length - 1)));
                return bytes.length;
            }
        }),
        MISCOUNTS("bytesComeBackAsTheyWere", () -> new FaultyStore() {
            @Override
            public long write(AttachmentKey key, InputStream content) throws IOException {
                return sound.write(key, content) + 1;
            }
        }),
        CLOSES_THE_STREAM("contentIsTakenInPiecesAndNotClosed", () -> new FaultyStore() {
            @Override
            public long write(AttachmentKey key, InputStream content) throws IOException {
                try (content) {
                    return sound.write(key, content);
                }
            }
        }),
        ASKS_FOR_ALL_AT_ONCE("contentIsTakenInPiecesAndNotClosed", () -> new FaultyStore() {
            @Override
            public long write(AttachmentKey key, InputStream content) throws IOException {
                return sound.write(
                        key,
                        new ByteArrayInputStream(
                                content.readNBytes(new byte[8 << 20], 0, 8 << 20) > 0 ? new byte[1] : new byte[0]));
            }
        }),
        KEEPS_HALF_A_FILE("failedContentLeavesNothing", () -> new FaultyStore() {
            @Override
            public long write(AttachmentKey key, InputStream content) throws IOException {
                try {
                    return sound.write(key, content);
                } catch (IOException | RuntimeException e) {
                    sound.write(key, new ByteArrayInputStream(new byte[1]));
                    throw e;
                }
            }
        }),
        HIDES_THE_FAILURE("failedContentLeavesNothing", () -> new FaultyStore() {
            @Override
            public long write(AttachmentKey key, InputStream content) throws IOException {
                try {
                    return sound.write(key, content);
                } catch (IllegalArgumentException e) {
                    throw new IOException(e);
                }
            }
        }),
        SHOWS_A_FILE_TOO_EARLY("unfinishedBytesAreNotSeen", () -> new FaultyStore() {
            @Override
            public long write(AttachmentKey key, InputStream content) throws IOException {
                sound.write(key, new ByteArrayInputStream(new byte[0]));
                byte[] bytes = all(content);
                sound.delete(key);
                return sound.write(key, new ByteArrayInputStream(bytes));
            }
        }),
        WRITES_AGAIN("bytesAreWrittenOnce", () -> new FaultyStore() {
            @Override
            public long write(AttachmentKey key, InputStream content) throws IOException {
                sound.delete(key);
                return sound.write(key, content);
            }
        }),
        DELETES_NOTHING("deletedBytesAreGone", () -> new FaultyStore() {
            @Override
            public boolean delete(AttachmentKey key) {
                return sound.size(key).isPresent();
            }
        }),
        ALWAYS_SAYS_DELETED("deletedBytesAreGone", () -> new FaultyStore() {
            @Override
            public boolean delete(AttachmentKey key) {
                return sound.delete(key) || true;
            }
        }),
        IGNORES_THE_OFFSET("partsAreOpenedOrRefused", () -> new FaultyStore() {
            @Override
            public Optional<InputStream> open(AttachmentKey key, long offset) {
                return sound.open(key, 0);
            }
        }),
        TAKES_AN_OFFSET_WITHOUT_SAYING_SO("partsAreOpenedOrRefused", () -> new FaultyStore() {
            @Override
            public Set<AttachmentStoreCapability> capabilities() {
                return EnumSet.noneOf(AttachmentStoreCapability.class);
            }
        }),
        CLAIMS_TO_BE_DURABLE("bytesSurviveARestartOrNot", () -> new FaultyStore() {
            @Override
            public Set<AttachmentStoreCapability> capabilities() {
                return EnumSet.of(AttachmentStoreCapability.RANGE, AttachmentStoreCapability.DURABLE);
            }
        }),
        CLAIMS_TO_BE_SHARED("nodesSeeEachOthersBytes", () -> new FaultyStore() {
            @Override
            public Set<AttachmentStoreCapability> capabilities() {
                return EnumSet.of(AttachmentStoreCapability.RANGE, AttachmentStoreCapability.SHARED);
            }
        }),
        ANSWERS_AFTER_THE_CLOSE("closedStoreStaysClosed", () -> new FaultyStore() {
            @Override
            public void close() {
                // nothing
            }
        }),
        LISTS_BACKWARDS("idsAreListedInOrder", () -> new FaultyStore() {
            @Override
            public List<AttachmentId> list(TenantId tenant, Optional<AttachmentId> after, int limit) {
                return sound.list(tenant, after, limit).stream()
                        .sorted(Comparator.comparing((AttachmentId id) -> id.toString())
                                .reversed())
                        .toList();
            }
        }),
        ORDERS_SIGNED("idsAreListedInOrder", () -> new FaultyStore() {
            @Override
            public List<AttachmentId> list(TenantId tenant, Optional<AttachmentId> after, int limit) {
                return sound.list(tenant, Optional.empty(), Integer.MAX_VALUE).stream()
                        .sorted(Comparator.comparing(AttachmentId::value))
                        .filter(id -> after.isEmpty()
                                || id.value().compareTo(after.get().value()) > 0)
                        .limit(limit)
                        .toList();
            }
        }),
        REPEATS_THE_LAST("listIsSteadyWhileOthersComeAndGo", () -> new FaultyStore() {
            @Override
            public List<AttachmentId> list(TenantId tenant, Optional<AttachmentId> after, int limit) {
                List<AttachmentId> next = sound.list(tenant, after, limit);
                return after.isEmpty() || next.isEmpty()
                        ? next
                        : java.util.stream.Stream.concat(after.stream(), next.stream())
                                .toList();
            }
        }),
        FORGETS_THE_TENANT("tenantsAreApart", () -> new FaultyStore() {
            @Override
            public OptionalLong size(AttachmentKey key) {
                return sound.size(new AttachmentKey(OpenStores.ACME, key.id()));
            }
        }),
        CLEARS_WHAT_IS_KEPT("clearingLeavesTheRestAlone", () -> new FaultyStore() {
            @Override
            public int clearUnfinished(java.time.Instant before, int limit) {
                sound.list(OpenStores.ACME, Optional.empty(), limit)
                        .forEach(id -> sound.delete(new AttachmentKey(OpenStores.ACME, id)));
                return 0;
            }
        });

        private final String caughtBy;
        private final Supplier<AttachmentStore> store;

        Fault(String caughtBy, Supplier<AttachmentStore> store) {
            this.caughtBy = caughtBy;
            this.store = store;
        }
    }
}
