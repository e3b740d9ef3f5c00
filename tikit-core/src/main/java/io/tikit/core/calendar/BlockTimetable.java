package io.tikit.core.calendar;

import io.tikit.api.calendar.BusinessCalendar;
import io.tikit.api.calendar.Timetable;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** A calendar in blocks of about 400 days, each laid out when it is first asked for. */
final class BlockTimetable implements Timetable {
    private static final int SHIFT = 35;
    private static final long BASE = FIRST.toEpochMilli();
    private static final long END = LAST.toEpochMilli();
    private static final int BLOCKS = (int) (((END - 1 - BASE) >> SHIFT) + 1);
    private static final Duration LONGEST_RANGE = Duration.ofDays(400);

    private final AtomicReferenceArray<Block> blocks = new AtomicReferenceArray<>(BLOCKS);
    private final BusinessCalendar calendar;
    private final DayHours.PublicHolidays regions;

    BlockTimetable(BusinessCalendar calendar, DayHours.PublicHolidays regions) {
        this.calendar = calendar;
        this.regions = regions;
    }

    @Override
    public Duration businessTime(Instant from, Instant to) {
        long first = millis("from", from);
        long last = millis("to", to);
        return first <= last
                ? Duration.ofMillis(between(first, last))
                : Duration.ofMillis(between(last, first)).negated();
    }

    private long between(long from, long to) {
        int first = index(from);
        int last = index(to);
        long sum = -block(first).sum(from);
        for (int i = first; i < last; i++) {
            sum += block(i).total();
        }
        return sum + block(last).sum(to);
    }

    @Override
    public Instant instantAfter(Instant start, Duration duration) {
        long from = millis("start", start);
        long wanted = wanted(duration);
        if (wanted == 0) {
            return isOpenAt(from)
                    ? Instant.ofEpochMilli(from)
                    : nextOpening(start).orElseThrow(() -> exhausted(start, duration));
        }
        int index = index(from);
        wanted += block(index).sum(from);
        while (wanted > block(index).total()) {
            wanted -= block(index).total();
            if (++index == BLOCKS) {
                throw exhausted(start, duration);
            }
        }
        return Instant.ofEpochMilli(block(index).instant(wanted));
    }

    @Override
    public boolean isOpen(Instant at) {
        return isOpenAt(millis("at", at));
    }

    private boolean isOpenAt(long at) {
        Block block = block(index(at));
        int period = block.at(at);
        return period >= 0 && at < block.end(period);
    }

    @Override
    public Optional<Instant> nextOpening(Instant after) {
        long from = millis("after", after);
        for (int i = index(from); i < BLOCKS; i++) {
            Block block = block(i);
            for (int period = Math.max(0, block.at(from) + 1); period < block.size(); period++) {
                long start = block.start(period);
                // what goes on from the block before has not begun here
                if (start == BASE || !isOpenAt(start - 1)) {
                    return Optional.of(Instant.ofEpochMilli(start));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Instant> nextClosing(Instant after) {
        long from = millis("after", after);
        for (int i = index(from); i < BLOCKS; i++) {
            Block block = block(i);
            for (int period = Math.max(0, block.at(from)); period < block.size(); period++) {
                long end = block.end(period);
                if (end > from && end < END && !isOpenAt(end)) {
                    return Optional.of(Instant.ofEpochMilli(end));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Period> periods(Instant from, Instant to) {
        long first = millis("from", from);
        long last = millis("to", to);
        if (last < first || last - first > LONGEST_RANGE.toMillis()) {
            throw invalid("to", "bad_range", "a range goes forward and over 400 days at most", Map.of());
        }
        List<Period> found = new ArrayList<>();
        for (int i = index(first); i <= index(last); i++) {
            Block block = block(i);
            for (int period = Math.max(0, block.at(first)); period < block.size(); period++) {
                append(found, Math.max(first, block.start(period)), Math.min(last, block.end(period)));
            }
        }
        return List.copyOf(found);
    }

    private static void append(List<Period> found, long start, long end) {
        if (start >= end) {
            return;
        }
        int last = found.size() - 1;
        if (last >= 0 && found.get(last).to().toEpochMilli() == start) {
            found.set(last, new Period(found.get(last).from(), Instant.ofEpochMilli(end)));
        } else {
            found.add(new Period(Instant.ofEpochMilli(start), Instant.ofEpochMilli(end)));
        }
    }

    private static int index(long at) {
        return (int) Math.min(BLOCKS - 1, (at - BASE) >> SHIFT);
    }

    private Block block(int index) {
        Block known = blocks.get(index);
        if (known != null) {
            return known;
        }
        long from = BASE + ((long) index << SHIFT);
        long to = Math.min(END, BASE + ((long) (index + 1) << SHIFT));
        Block made = BlockBuilder.build(calendar, regions, from, to);
        blocks.set(index, made);
        return made;
    }

    private static long millis(String name, Instant at) {
        if (at.isBefore(FIRST) || at.isAfter(LAST)) {
            throw invalid(
                    name,
                    "not_covered",
                    "calendars cover the years 1900 to 2199, not " + at,
                    Map.of("at", at.toString()));
        }
        return at.toEpochMilli();
    }

    private static long wanted(Duration duration) {
        if (duration.isNegative()) {
            throw invalid("duration", "negative", "a duration of working time is not negative", Map.of());
        }
        try {
            // the whole of what is covered is less, so the sum with it does not overflow
            return Math.min(duration.toMillis(), END - BASE + 1);
        } catch (ArithmeticException e) {
            return END - BASE + 1;
        }
    }

    private static InvalidException exhausted(Instant start, Duration duration) {
        return invalid(
                "duration",
                "no_more_hours",
                "the calendar has no " + duration + " of working time from " + start + " to the end of 2199",
                Map.of("duration", duration.toString(), "start", start.toString()));
    }

    private static InvalidException invalid(String path, String key, String message, Map<String, Object> parameters) {
        return new InvalidException(ErrorCode.INVALID_QUERY, new Violation(path, key, message, parameters));
    }
}
