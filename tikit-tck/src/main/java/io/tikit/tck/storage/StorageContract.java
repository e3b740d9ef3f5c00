package io.tikit.tck.storage;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * All that a storage must keep. A test class implements this and gives the fixture:
 *
 * <pre>{@code
 * class MyStorageTest implements StorageContract {
 *     @TempDir static Path homes;
 *     static Storage shared;
 *
 *     @BeforeAll static void open() {
 *         shared = new MyStorage(homes.resolve("shared"));
 *         shared.open();
 *     }
 *     @AfterAll static void close() {
 *         shared.close();
 *     }
 *     @Override public Storage storage() {
 *         return shared;
 *     }
 *     @Override public Supplier<Storage> emptyData() {
 *         Path home = homes.resolve("own-" + homes.toFile().list().length);
 *         return () -> new MyStorage(home);
 *     }
 * }
 * }</pre>
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface StorageContract
        extends TenantContract,
                TicketContract,
                TicketLockContract,
                TicketListingContract,
                EntryContract,
                AttachmentContract,
                EventContract,
                IntervalContract,
                UserContract,
                TeamContract,
                ConfigurationContract,
                KeyContract,
                PluginRowsContract,
                UnitContract,
                WorkQueueContract,
                WorkOrderContract,
                DeadWorkContract,
                FeedContract,
                FeedConcurrencyContract,
                LeaseContract,
                TimerContract,
                TimerClaimContract,
                NodesContract,
                HostTransactionContract {}
