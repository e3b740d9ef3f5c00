package io.tikit.benchmarks;

import io.tikit.api.Caller;
import io.tikit.api.Person;
import io.tikit.api.Tikit;
import io.tikit.api.calendar.BusinessCalendar;
import io.tikit.api.calendar.Timetable;
import io.tikit.core.TikitEngine;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jbpm.process.core.timer.BusinessCalendarImpl;
import org.kie.api.time.SessionClock;

/** Eight business hours after an instant: by a timetable, and by jBPM's business calendar, in turn, on one thread. */
final class CalendarBenchmark {
    private static final int STARTS = 10_000;
    private static final Duration EIGHT_HOURS = Duration.ofHours(8);

    private CalendarBenchmark() {}

    /** What the other side takes for the present. */
    private static final class GivenClock implements SessionClock {
        private long now;

        @Override
        public long getCurrentTime() {
            return now;
        }
    }

    @FunctionalInterface
    private interface Side {
        long eightHoursAfter(long start);
    }

    static void run(int pairs, int millis, PrintStream out) {
        // both reckon in the zone of the JVM, since the other calendar takes its own zone for display alone
        ZoneId zone = ZoneId.systemDefault();
        try (Tikit tikit = TikitEngine.builder().build()) {
            Person ada = Person.of("Ada", "ada@acme.example");
            Timetable timetable = tikit.as(Caller.of(tikit.tenants().createIfAbsent("acme", ada), ada))
                    .calendars()
                    .preview(BusinessCalendar.in(zone).open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-17:00"));
            GivenClock clock = new GivenClock();
            BusinessCalendarImpl jbpm = jbpm(clock);
            Side ours = start -> timetable
                    .instantAfter(Instant.ofEpochMilli(start), EIGHT_HOURS)
                    .toEpochMilli();
            Side theirs = start -> {
                clock.now = start;
                return eightHours(jbpm);
            };
            measure(ours, theirs, starts(zone), pairs, millis, out);
        }
    }

    @SuppressWarnings("JavaUtilDate") // it is what the other side answers with
    private static long eightHours(BusinessCalendarImpl jbpm) {
        return jbpm.calculateBusinessTimeAsDate("8h").getTime();
    }

    private static BusinessCalendarImpl jbpm(SessionClock clock) {
        Properties properties = new Properties();
        properties.setProperty(BusinessCalendarImpl.DAYS_PER_WEEK, "5");
        properties.setProperty(BusinessCalendarImpl.HOURS_PER_DAY, "8");
        properties.setProperty(BusinessCalendarImpl.START_HOUR, "9");
        properties.setProperty(BusinessCalendarImpl.END_HOUR, "17");
        return new BusinessCalendarImpl(properties, clock);
    }

    /** Within working hours, to the second: elsewhere the other calendar has conventions of its own. */
    private static long[] starts(ZoneId zone) {
        Random random = new Random(11);
        LocalDate first = LocalDate.of(2020, 1, 1);
        List<Long> starts = new ArrayList<>();
        while (starts.size() < STARTS) {
            LocalDate date = first.plusDays(random.nextInt(3_650));
            if (date.getDayOfWeek().getValue() <= 5) {
                starts.add(date.atTime(9, 0)
                        .plusSeconds(1 + random.nextInt(8 * 3600 - 2))
                        .atZone(zone)
                        .toInstant()
                        .toEpochMilli());
            }
        }
        return starts.stream().mapToLong(Long::longValue).toArray();
    }

    private static void measure(Side ours, Side theirs, long[] starts, int pairs, int millis, PrintStream out) {
        int same = 0;
        for (long start : starts) {
            same += ours.eightHoursAfter(start) == theirs.eightHoursAfter(start) ? 1 : 0;
        }
        out.printf(Locale.ROOT, "%d starts over ten years, %d answers are the same%n", starts.length, same);
        rate(ours, starts, 2L * millis);
        rate(theirs, starts, 2L * millis);
        List<Double> our = new ArrayList<>();
        List<Double> their = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            double first = rate(pair % 2 == 0 ? ours : theirs, starts, millis);
            double second = rate(pair % 2 == 0 ? theirs : ours, starts, millis);
            our.add(pair % 2 == 0 ? first : second);
            their.add(pair % 2 == 0 ? second : first);
            ratios.add(our.get(pair) / their.get(pair));
        }
        out.printf(
                Locale.ROOT,
                "calendar tikit=%.2f million/CPU-s jbpm=%.3f million/CPU-s ratio=%.1f (min %.1f max %.1f of %d pairs)%n",
                Times.median(our) / 1e6,
                Times.median(their) / 1e6,
                Times.median(ratios),
                ratios.stream().min(Double::compare).orElse(0.0),
                ratios.stream().max(Double::compare).orElse(0.0),
                pairs);
    }

    /** Answers per second of processor time of this thread. */
    private static double rate(Side side, long[] starts, long millis) {
        var threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        long answers = 0;
        long sum = 0;
        long spent = 0;
        while (spent < TimeUnit.MILLISECONDS.toNanos(millis)) {
            for (int i = 0; i < 1_000; i++) {
                sum += side.eightHoursAfter(starts[(int) (answers++ % starts.length)]);
            }
            spent = threads.getCurrentThreadCpuTime() - begin;
        }
        if (sum == 0) {
            throw new IllegalStateException("all answers cannot be the epoch");
        }
        return answers * 1e9 / spent;
    }
}
