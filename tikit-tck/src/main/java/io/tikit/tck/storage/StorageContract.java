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
 *     @Override public void expireLeases() {
 *         shared.execute("UPDATE my_lease SET ends_at = 0");
 *     }
 *     @Override public Optional<CutOff> cutOff() {
 *         JdbcLine line = new JdbcLine(newDatabase());
 *         return Optional.of(new CutOff(new MyStorage(line.dataSource()), line));
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
                OrganisationContract,
                CategoryContract,
                LinkContract,
                ConfigurationContract,
                RoutingContract,
                KeyContract,
                PluginRowsContract,
                LoginContract,
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
                OutageContract,
                HostTransactionContract {}
