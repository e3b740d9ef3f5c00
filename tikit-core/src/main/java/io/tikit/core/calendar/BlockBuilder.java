package io.tikit.core.calendar;

import io.tikit.api.calendar.BusinessCalendar;
import io.tikit.api.calendar.OpeningHours;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Lays local hours out on the line of instants. It goes from one change of the zone's offset to the next: between two of
 * them, local time and instants run side by side, so hours in a gap find no instants, and hours of an overlap find two.
 */
final class BlockBuilder {
    private static final long DAY = 86_400_000L;

    private final ZoneRules rules;
    private final DayHours hours;
    private long[] starts = new long[1024];
    private long[] ends = new long[1024];
    private int count;

    private BlockBuilder(ZoneRules rules, DayHours hours) {
        this.rules = rules;
        this.hours = hours;
    }

    static Block build(BusinessCalendar calendar, DayHours.PublicHolidays regions, long from, long to) {
        // a day more on either side: local dates differ from those of UTC, and shifts begin the evening before
        int firstYear =
                Instant.ofEpochMilli(from - 3 * DAY).atOffset(ZoneOffset.UTC).getYear();
        int lastYear =
                Instant.ofEpochMilli(to + 3 * DAY).atOffset(ZoneOffset.UTC).getYear();
        BlockBuilder builder =
                new BlockBuilder(calendar.zone().getRules(), new DayHours(calendar, regions, firstYear, lastYear));
        builder.fill(from, to);
        return new Block(builder.starts, builder.ends, builder.count);
    }

    private void fill(long from, long to) {
        long begin = from;
        while (begin < to) {
            ZoneOffsetTransition change = rules.nextTransition(Instant.ofEpochMilli(begin));
            long end = change == null ? to : Math.min(to, change.getInstant().toEpochMilli());
            long offset = rules.getOffset(Instant.ofEpochMilli(begin)).getTotalSeconds() * 1000L;
            fill(begin + offset, end + offset, offset);
            begin = end;
        }
    }

    /** A stretch of local time during which the offset stays. */
    private void fill(long from, long to, long offset) {
        List<long[]> periods = new ArrayList<>();
        for (long day = Math.floorDiv(from, DAY) - 1; day * DAY < to; day++) {
            for (OpeningHours open : hours.on(day)) {
                long start = Math.max(from, day * DAY + open.fromMillis());
                long end = Math.min(to, day * DAY + open.toMillis());
                if (start < end) {
                    periods.add(new long[] {start - offset, end - offset});
                }
            }
        }
        periods.sort(Comparator.comparingLong(period -> period[0]));
        periods.forEach(period -> add(period[0], period[1]));
    }

    private void add(long start, long end) {
        if (count > 0 && start <= ends[count - 1]) {
            ends[count - 1] = Math.max(ends[count - 1], end);
            return;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        starts[count] = start;
        ends[count++] = end;
    }
}
