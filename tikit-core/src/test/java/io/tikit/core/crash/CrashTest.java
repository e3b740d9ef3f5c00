package io.tikit.core.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.core.PostgresServer;
import io.tikit.tck.Requirement;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a node without warning at random points and looks at what is left. The number of rounds is the system property
 * {@code crash.rounds}, 10 by default; the seed is printed with a failure and can be set by {@code crash.seed}.
 */
class CrashTest {
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 10);
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());

    @TempDir
    private Path home;

    @Test
    @Requirement("REQ-NF-014")
    void whatDerbyAcknowledgedIsThereAndWholeAfterACrash() throws Exception {
        rounds(new Store(home, ""));
    }

    @Test
    void whatPostgresAcknowledgedIsThereAndWholeAfterACrash() throws Exception {
        try (EmbeddedPostgres postgres = PostgresServer.start()) {
            rounds(new Store(home, postgres.getJdbcUrl("postgres", "postgres")));
        }
    }

    private static void rounds(Store store) throws IOException, InterruptedException {
        CrashRounds rounds = new CrashRounds(store, SEED);
        try {
            rounds.run(ROUNDS);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("with -Dcrash.seed=" + SEED + ": " + e.getMessage(), e);
        }
        assertThat(rounds.acknowledged()).isGreaterThan(ROUNDS);
    }
}
