package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.TenantId;
import io.tikit.api.attachment.AttachmentId;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.TikitPlugin;
import io.tikit.spi.attachment.AttachmentKey;
import io.tikit.spi.attachment.AttachmentStore;
import io.tikit.spi.attachment.AttachmentStoreCapability;
import io.tikit.tck.Await;
import io.tikit.tck.ManualClock;
import io.tikit.tck.attachment.MemoryAttachmentStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two engines on one database and one store of files. */
class AttachmentSweepTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final int LEFT = 3_000;

    private final ManualClock clock = ManualClock.at("2026-03-01T08:00:00Z");
    private final MemoryAttachmentStore files = new MemoryAttachmentStore();
    private final Map<Object, Integer> deleted = new ConcurrentHashMap<>();

    /** One node's way to the files that all nodes see. */
    private final class Way implements TikitPlugin {
        final AtomicInteger looks = new AtomicInteger();

        @Override
        public PluginDescriptor descriptor() {
            return PluginDescriptor.of("way", "1");
        }

        @Override
        public void contribute(Contributions to, PluginContext context) {
            to.add(ExtensionPoint.ATTACHMENT_STORE, "way", store());
        }

        private AttachmentStore store() {
            return (AttachmentStore) Proxy.newProxyInstance(
                    Way.class.getClassLoader(), new Class<?>[] {AttachmentStore.class}, (proxy, method, arguments) -> {
                        switch (method.getName()) {
                            case "capabilities" -> {
                                return EnumSet.allOf(AttachmentStoreCapability.class);
                            }
                            case "open" -> {
                                return arguments == null ? null : method.invoke(files, arguments);
                            }
                            case "close" -> {
                                return null;
                            }
                            case "list" -> looks.incrementAndGet();
                            case "delete" -> deleted.merge(arguments[0], 1, Integer::sum);
                            default -> {}
                        }
                        return method.invoke(files, arguments);
                    });
        }
    }

    @Test
    void twoEnginesDeleteEachFileThatNobodyNeedsOnce() throws IOException {
        Way one = new Way();
        Way two = new Way();
        files.open();
        try (EmbeddedPostgres postgres = PostgresServer.start();
                DeskFixture first = node(postgres, one);
                DeskFixture second = node(postgres, two)) {
            for (int i = 0; i < 5; i++) {
                first.as(first.emily).attachments().stage("unused", "", new ByteArrayInputStream(new byte[] {1}));
            }
            for (int i = 0; i < LEFT; i++) {
                files.write(left(i), new ByteArrayInputStream(new byte[] {1}));
            }
            clock.advance(Duration.ofHours(26));
            Await.until(
                    "all is swept", () -> files.list(ACME, Optional.empty(), 1).isEmpty());
            // Both go round once more, so whatever was still going on has ended.
            int ofOne = one.looks.get();
            int ofTwo = two.looks.get();
            // A round that ends only now counts from now, so time goes on until both have begun another one.
            Await.until("both looked again", () -> {
                clock.advance(Duration.ofMinutes(20));
                return one.looks.get() > ofOne && two.looks.get() > ofTwo;
            });
            assertThat(deleted)
                    .hasSize(LEFT + 5)
                    .allSatisfy((key, times) -> assertThat(times).isEqualTo(1));
            assertThat(first.tikit.health().findings()).isEmpty();
            assertThat(second.tikit.health().findings()).isEmpty();
        }
    }

    /** As a crash leaves it: an id of this time, and no record. */
    private AttachmentKey left(int number) {
        Instant now = clock.instant();
        return new AttachmentKey(
                ACME, new AttachmentId(new UUID((now.toEpochMilli() << 16) | 0x7000, Long.MIN_VALUE | number)));
    }

    private DeskFixture node(EmbeddedPostgres postgres, Way way) {
        return new DeskFixture(builder -> builder.clock(clock)
                .plugin(way)
                .setting("attachments.sweep-most", "10000")
                .setting("jpa.url", postgres.getJdbcUrl("postgres", "postgres"))
                .setting("jpa.user", "postgres")
                .setting("jpa.pool.size", "4"));
    }
}
