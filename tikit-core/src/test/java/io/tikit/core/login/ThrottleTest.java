package io.tikit.core.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.login.LoginPolicy;
import io.tikit.api.people.UserId;
import io.tikit.spi.login.Guard;
import io.tikit.spi.login.GuardRows;
import io.tikit.tck.Requirement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Counting of failures, without a database. */
class ThrottleTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Throttle.Keys KEYS =
            Throttle.Keys.of(Optional.of(new UserId(new UUID(1, 1))), "", "192.0.2.7");

    private final Map<String, Guard> rows = new HashMap<>();

    private Throttle at(Instant now) {
        return new Throttle(new Rows(), LoginPolicy.DEFAULT.lockOut(), now);
    }

    /** Whoever waited for the lock of another has an earlier now; that alone keeps nobody out. */
    @Test
    @Requirement("REQ-UM-007")
    void anEarlierNowIsNoLock() {
        assertThat(at(NOW).charge(KEYS)).isEqualTo(Throttle.Answer.OPEN);
        assertThat(at(NOW.minusMillis(20)).charge(KEYS)).isEqualTo(Throttle.Answer.OPEN);
        at(NOW).undecided(KEYS);
        assertThat(at(NOW.minusMillis(20)).charge(KEYS)).isEqualTo(Throttle.Answer.OPEN);
    }

    /** Somebody with an account of their own does not wipe out tries at the accounts of others. */
    @Test
    @Requirement("REQ-UM-007")
    void comingInOnesSelfKeepsNoAddressOpen() {
        Throttle.Answer answer = Throttle.Answer.OPEN;
        for (int i = 2; i < 2_000 && answer != Throttle.Answer.LOCKED; i++) {
            answer = at(NOW).charge(Throttle.Keys.of(Optional.of(new UserId(new UUID(1, i))), "", "192.0.2.7"));
            if (answer != Throttle.Answer.LOCKED && at(NOW).charge(KEYS) != Throttle.Answer.LOCKED) {
                at(NOW).undecided(KEYS);
                at(NOW).right(KEYS);
            }
        }
        assertThat(answer).isEqualTo(Throttle.Answer.LOCKED);
    }

    private final class Rows implements GuardRows {
        @Override
        public Optional<Guard> lock(String key) {
            return Optional.ofNullable(rows.get(key));
        }

        @Override
        public void insert(Guard guard) {
            rows.put(guard.key(), guard);
        }

        @Override
        public void update(Guard guard) {
            rows.put(guard.key(), guard);
        }

        @Override
        public void delete(String key) {
            rows.remove(key);
        }

        @Override
        public int sweep(Instant before, int limit) {
            return 0;
        }
    }
}
