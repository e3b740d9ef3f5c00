package io.tikit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualClockTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final ManualClock clock = ManualClock.at(START);

    @Test
    void standsStillUntilItIsMoved() {
        assertThat(clock.instant()).isEqualTo(START);
        clock.advance(Duration.ofNanos(1_999_999));
        assertThat(clock.instant()).isEqualTo(START.plusMillis(1));
        clock.set(START.minusSeconds(5));
        assertThat(clock.instant()).isEqualTo(START.minusSeconds(5));
    }

    @Test
    void doesNotAdvanceBackwards() {
        assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> clock.advanceTo(START.minusMillis(1)));
    }

    @Test
    void runsWhatBecomesDueInOrderAndAtItsInstant() {
        ManualScheduler one = new ManualScheduler(clock);
        ManualScheduler two = new ManualScheduler(clock);
        one.open();
        two.open();
        List<String> ran = new ArrayList<>();
        one.wake("late", START.plusSeconds(9), () -> ran.add("late " + clock.instant()));
        two.wake("early", START.plusSeconds(2), () -> {
            ran.add("early " + clock.instant());
            two.wake("next", START.plusSeconds(4), () -> ran.add("next " + clock.instant()));
        });
        one.wake("never", START.plusSeconds(11), () -> ran.add("never"));
        clock.advance(Duration.ofSeconds(10));
        assertThat(ran)
                .containsExactly(
                        "early 2026-03-01T08:00:02Z", "next 2026-03-01T08:00:04Z", "late 2026-03-01T08:00:09Z");
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(10));
        assertThat(one.waiting()).containsExactly("never");
        assertThat(one.nextDue()).contains(START.plusSeconds(11));
    }
}
