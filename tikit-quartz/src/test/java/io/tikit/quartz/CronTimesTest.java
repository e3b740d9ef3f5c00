package io.tikit.quartz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cron expressions by the rules of Quartz. */
class CronTimesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 0 9 ? * MON-FRI | Europe/Berlin | 2026-03-27T12:00:00Z | 2026-03-30T07:00:00Z",
                "0 30 8 1 * ? | America/New_York | 2026-01-01T13:30:00Z | 2026-02-01T13:30:00Z",
                "0 0 0 29 2 ? | UTC | 2026-01-01T00:00:00Z | 2028-02-29T00:00:00Z",
                "*/10 * * * * ? | UTC | 2026-01-01T00:00:00.001Z | 2026-01-01T00:00:10Z",
                "0 0 12 ? * 6L | UTC | 2026-01-01T00:00:00Z | 2026-01-30T12:00:00Z",
                "0 0 12 L * ? 2027 | +05:30 | 2026-01-01T00:00:00Z | 2027-01-31T06:30:00Z",
                "0 0 9 ? * mon-fri | UTC | 2026-03-27T12:00:00Z | 2026-03-30T09:00:00Z",
            })
    void theNextInstantIsFound(String cron, String zone, Instant after, Instant next) {
        assertThat(CronTimes.next(cron, ZoneId.of(zone), after)).contains(next);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 0 30 2 ?", "0 0 0 1 1 ? 2020"})
    void whatNeverComesIsEmpty(String cron) {
        assertThat(CronTimes.next(cron, ZoneOffset.UTC, Instant.parse("2026-01-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void theEndsOfTimeAreNoTrouble() {
        assertThat(CronTimes.next("0 0 0 * * ?", ZoneOffset.UTC, Instant.MAX)).isEmpty();
        assertThat(CronTimes.next("0 0 0 1 1 ? 2026", ZoneOffset.UTC, Instant.MIN))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "* * * * *",
                "0 0 0 1 1 1",
                "60 * * * * ?",
                "0 0 25 * * ?",
                "0 0 0 ? * XYZ",
                "0 0 0 32 * ?",
                "0 0 0 L-40 * ?",
                "0 0 0 ? * 2#9",
                "0 0 0 * * ? 2026 9",
                "0/70 * * * * ?",
                "😀",
                "0 0 0 ? * #",
                "- - - - - -"
            })
    void theMalformedIsRefused(String cron) {
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> CronTimes.next(cron, ZoneOffset.UTC, Instant.EPOCH))
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.INVALID_COMMAND);
                    assertThat(e.violations())
                            .singleElement()
                            .satisfies(v -> assertThat(v.path()).isEqualTo("cron"));
                });
    }
}
