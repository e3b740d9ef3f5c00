package io.tikit.tck.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.spi.scheduler.Scheduler;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Cron expressions by the rules of Quartz.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface CronContract extends SchedulerFixture {
    /** Times of the day: lists, ranges and steps. */
    @Test
    default void timesOfTheDay() {
        runs("0 0 8 * * ?", "2026-03-02T08:00:00Z", "2026-03-03T08:00:00Z");
        runs("0 0/20 9 * * ?", "2026-03-01T09:00:00Z", "2026-03-01T09:20:00Z", "2026-03-01T09:40:00Z");
        runs("0 15,45 6-7 * * ?", "2026-03-02T06:15:00Z", "2026-03-02T06:45:00Z", "2026-03-02T07:15:00Z");
        runs("30 59 23 * * ?", "2026-03-01T23:59:30Z", "2026-03-02T23:59:30Z");
        runs("*/30 * * * * ?", "2026-03-01T08:00:30Z", "2026-03-01T08:01:00Z");
    }

    /** Days of the month, the last ones and the nearest weekdays too. */
    @Test
    default void daysOfTheMonth() {
        runs("0 0 0 L * ?", "2026-03-31T00:00:00Z", "2026-04-30T00:00:00Z", "2026-05-31T00:00:00Z");
        runs("0 0 0 31 * ?", "2026-03-31T00:00:00Z", "2026-05-31T00:00:00Z", "2026-07-31T00:00:00Z");
        runs("0 0 12 LW * ?", "2026-03-31T12:00:00Z", "2026-04-30T12:00:00Z", "2026-05-29T12:00:00Z");
        runs("0 0 12 15W * ?", "2026-03-16T12:00:00Z", "2026-04-15T12:00:00Z", "2026-05-15T12:00:00Z");
        runs("0 0 0 29 2 ?", "2028-02-29T00:00:00Z", "2032-02-29T00:00:00Z");
    }

    /** Days of the week, where 1 is Sunday. */
    @Test
    default void daysOfTheWeek() {
        runs("0 0 9 ? * MON-FRI", "2026-03-02T09:00:00Z", "2026-03-03T09:00:00Z", "2026-03-04T09:00:00Z");
        runs("0 0 9 ? * 1", "2026-03-01T09:00:00Z", "2026-03-08T09:00:00Z");
        runs("0 0 9 ? * 6L", "2026-03-27T09:00:00Z", "2026-04-24T09:00:00Z");
        runs("0 0 9 ? * 2#1", "2026-03-02T09:00:00Z", "2026-04-06T09:00:00Z");
        runs("0 0 9 ? JAN,JUL TUE", "2026-07-07T09:00:00Z", "2026-07-14T09:00:00Z");
    }

    /** An expression of past years never fires again. */
    @Test
    default void yearsEnd() {
        runs("0 0 0 1 1 ? 2027", "2027-01-01T00:00:00Z");
        try (Scheduler scheduler = scheduler()) {
            scheduler.open();
            assertThat(scheduler.next("0 0 0 1 1 ? 2020", ZoneOffset.UTC, Instant.parse("2026-03-01T08:00:00Z")))
                    .isEmpty();
        }
    }

    /** Local times are meant in the zone, also where its offset changes. */
    @Test
    default void timesAreLocal() {
        try (Scheduler scheduler = scheduler()) {
            scheduler.open();
            ZoneId zone = ZoneId.of("Europe/Berlin");
            Instant friday = Instant.parse("2026-03-27T12:00:00Z");
            Optional<Instant> before = scheduler.next("0 0 8 * * ?", zone, friday);
            assertThat(before).contains(Instant.parse("2026-03-28T07:00:00Z"));
            assertThat(scheduler.next("0 0 8 * * ?", zone, before.orElseThrow()))
                    .contains(Instant.parse("2026-03-29T06:00:00Z"));
            Instant autumn = Instant.parse("2026-10-24T12:00:00Z");
            assertThat(scheduler.next("0 0 8 * * ?", zone, autumn)).contains(Instant.parse("2026-10-25T07:00:00Z"));
            assertThat(scheduler.next("0 30 9 * * ?", ZoneId.of("Asia/Kathmandu"), friday))
                    .contains(Instant.parse("2026-03-28T03:45:00Z"));
        }
    }

    /** The next instant is later than the one given, also by less than a second. */
    @Test
    default void nextIsLater() {
        try (Scheduler scheduler = scheduler()) {
            scheduler.open();
            Instant eight = Instant.parse("2026-03-02T08:00:00Z");
            assertThat(scheduler.next("0 0 8 * * ?", ZoneOffset.UTC, eight.minusMillis(1)))
                    .contains(eight);
            assertThat(scheduler.next("0 0 8 * * ?", ZoneOffset.UTC, eight)).contains(eight.plusSeconds(86_400));
        }
    }

    /** Malformed expressions are refused. */
    @Test
    default void malformedExpressionsAreRefused() {
        try (Scheduler scheduler = scheduler()) {
            scheduler.open();
            for (String cron : List.of(
                    "",
                    "nonsense",
                    "* * * *",
                    "0 0 25 * * ?",
                    "0 61 8 * * ?",
                    "0 0 8 32 * ?",
                    "0 0 8 ? 13 MON",
                    "0 0 8 ? * NODAY",
                    "0 0 8 ? * ?",
                    "0 0 8 1 * MON")) {
                Throwable thrown = catchThrowable(() -> scheduler.next(cron, ZoneOffset.UTC, Instant.EPOCH));
                assertThat(thrown).as("'%s'", cron).isInstanceOf(InvalidException.class);
                assertThat(((InvalidException) thrown).code()).isEqualTo(ErrorCode.INVALID_COMMAND);
            }
        }
    }

    private void runs(String cron, String... expected) {
        try (Scheduler scheduler = scheduler()) {
            scheduler.open();
            List<String> seen = new ArrayList<>();
            Instant after = Instant.parse("2026-03-01T08:00:00Z");
            for (int i = 0; i < expected.length; i++) {
                after = scheduler.next(cron, ZoneOffset.UTC, after).orElseThrow();
                seen.add(after.toString());
            }
            assertThat(seen).as(cron).containsExactly(expected);
        }
    }
}
