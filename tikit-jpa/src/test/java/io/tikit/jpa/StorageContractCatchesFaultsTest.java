package io.tikit.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import io.tikit.spi.storage.Storage;
import io.tikit.spi.transaction.HostTransaction;
import io.tikit.tck.JdbcLine;
import io.tikit.tck.storage.StorageContract;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Plants a fault into a sound storage, one for each area, and expects the contract to notice. */
class StorageContractCatchesFaultsTest {
    private static final AtomicInteger HOMES = new AtomicInteger();

    @TempDir
    static Path homes;

    private static JpaStorage sound;
    private static final AtomicReference<PlantedFault> PLANTED = new AtomicReference<>();

    @BeforeAll
    static void open() {
        sound = new JpaStorage(TestContext.inMemory());
        sound.open();
    }

    @AfterAll
    static void close() {
        sound.close();
    }

    @ParameterizedTest
    @EnumSource
    void faultIsCaught(StorageFault fault) {
        isCaught(fault);
    }

    @ParameterizedTest
    @EnumSource
    void faultOfTimersIsCaught(TimerFault fault) {
        isCaught(fault);
    }

    @ParameterizedTest
    @EnumSource
    void faultOfTheConfigurationIsCaught(ConfigurationFault fault) {
        isCaught(fault);
    }

    @ParameterizedTest
    @EnumSource
    void faultInAnOutageIsCaught(OutageFault fault) {
        isCaught(fault);
    }

    @ParameterizedTest
    @EnumSource
    void faultOfFilesIsCaught(AttachmentFault fault) {
        isCaught(fault);
    }

    @ParameterizedTest
    @EnumSource
    void faultOfTheStructureIsCaught(StructureFault fault) {
        isCaught(fault);
    }

    @ParameterizedTest
    @EnumSource
    void faultOfLoginsIsCaught(LoginFault fault) {
        isCaught(fault);
    }

    @ParameterizedTest
    @EnumSource
    void faultOfRoutingIsCaught(RoutingFault fault) {
        isCaught(fault);
    }

    @ParameterizedTest
    @EnumSource
    void faultOfLinksIsCaught(LinkFault fault) {
        isCaught(fault);
    }

    private static void isCaught(PlantedFault fault) {
        PLANTED.set(fault);
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        // A fault may also show as something that never comes.
        LauncherFactory.create()
                .execute(
                        request()
                                .selectors(selectMethod(Subject.class, fault.caughtBy()))
                                .configurationParameter(Timeout.DEFAULT_TEST_METHOD_TIMEOUT_PROPERTY_NAME, "4 s")
                                .build(),
                        listener);
        assertThat(listener.getSummary().getTestsFoundCount()).as("found").isEqualTo(1);
        assertThat(listener.getSummary().getTestsFailedCount()).as("failed").isEqualTo(1);
    }

    /** The contract on the spoilt storage. */
    static class Subject implements StorageContract {
        private final PlantedFault fault = Objects.requireNonNull(PLANTED.get());

        @Override
        public Storage storage() {
            return fault.into(sound);
        }

        @Override
        public Supplier<Storage> emptyData() {
            Path home = made();
            return () ->
                    fault.into(new JpaStorage(TestContext.inFolder(fault == StorageFault.FORGETS_ALL ? made() : home)));
        }

        private static Path made() {
            return TestFolders.made(homes.resolve("home-" + HOMES.incrementAndGet()));
        }

        @Override
        public void expireLeases() {
            Ending.all(sound);
        }

        @Override
        public Optional<CutOff> cutOff() {
            JdbcLine line = new JdbcLine(inMemory());
            return Optional.of(new CutOff(fault.into(new JpaStorage(TestContext.on(line.dataSource()))), line));
        }

        @Override
        public Optional<HostSide> hostSide() {
            EmbeddedDataSource dataSource = inMemory();
            return Optional.of(new HostSide(dataSource, host -> joining(dataSource, host)));
        }

        private static EmbeddedDataSource inMemory() {
            EmbeddedDataSource dataSource = new EmbeddedDataSource();
            dataSource.setDatabaseName("memory:spoiled-" + HOMES.incrementAndGet());
            dataSource.setCreateDatabase("create");
            return dataSource;
        }

        private Storage joining(EmbeddedDataSource dataSource, HostTransaction host) {
            return fault.into(new JpaStorage(TestContext.on(dataSource).joining(host)));
        }
    }
}
