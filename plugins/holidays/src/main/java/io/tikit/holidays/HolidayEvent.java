package io.tikit.holidays;

import io.tikit.api.calendar.Holiday;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.transform.recurrence.Frequency;

/** An event of an iCalendar file as holidays. */
final class HolidayEvent {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EVENT = 366;
    private static final Set<Frequency> WHOLE_DAYS =
            Set.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);

    private final VEvent event;

    HolidayEvent(VEvent event) {
        this.event = event;
    }

    String name() {
        String name = text(Property.SUMMARY).map(String::strip).orElse("");
        String shown = name.isEmpty() ? text(Property.UID).orElse("holiday") : name;
        return shown.length() <= LONGEST_NAME ? shown : shown.substring(0, LONGEST_NAME);
    }

    private Optional<String> text(String property) {
        return event.getProperty(property).map(Property::getValue);
    }

    /** None for an event that has no whole days within the years. */
    List<Holiday> holidays(int firstYear, int lastYear) {
        Optional<LocalDate> first = date(Property.DTSTART);
        if (first.isEmpty()) {
            return List.of();
        }
        long days = Math.max(
                1,
                date(Property.DTEND)
                        .map(end -> ChronoUnit.DAYS.between(first.get(), end))
                        .orElse(1L));
        Optional<Repetition> rule = text(Property.RRULE).map(Repetition::new);
        if (days > LONGEST_EVENT
                || (rule.isPresent() && !WHOLE_DAYS.contains(rule.get().frequency()))) {
            return List.of();
        }
        if (days == 1 && rule.isPresent() && rule.get().isSimplyYearly() && !hasExceptions()) {
            return List.of(Holiday.yearly(name(), MonthDay.from(first.get())));
        }
        Set<LocalDate> dates = new TreeSet<>();
        for (LocalDate start : starts(first.get(), firstYear, lastYear)) {
            for (long day = 0; day < days; day++) {
                dates.add(start.plusDays(day));
            }
        }
        return dates.stream()
                .filter(date -> date.getYear() >= firstYear && date.getYear() <= lastYear)
                .map(date -> Holiday.on(name(), date))
                .toList();
    }

    private boolean hasExceptions() {
        return event.getProperty(Property.EXDATE).isPresent()
                || event.getProperty(Property.RDATE).isPresent();
    }

    private Set<LocalDate> starts(LocalDate first, int firstYear, int lastYear) {
        Set<LocalDate> starts = new TreeSet<>();
        if (event.getProperty(Property.RRULE).isEmpty()
                && event.getProperty(Property.RDATE).isEmpty()) {
            starts.add(first);
            return starts;
        }
        // an event that began in the year before may last into the first
        Period<LocalDate> years = new Period<>(
                LocalDate.of(firstYear - 1, 1, 1),
                LocalDate.of(lastYear, 12, 31).plusDays(1));
        Set<Period<LocalDate>> found = event.calculateRecurrenceSet(years);
        found.forEach(period -> starts.add(period.getStart()));
        return starts;
    }

    /** The date of a property that is a date without a time. */
    private Optional<LocalDate> date(String property) {
        Optional<net.fortuna.ical4j.model.property.DateProperty<Temporal>> found = event.getProperty(property);
        return found.map(net.fortuna.ical4j.model.property.DateProperty::getDate)
                .filter(LocalDate.class::isInstance)
                .map(LocalDate.class::cast);
    }

    /** A rule such as {@code FREQ=YEARLY}. */
    private static final class Repetition {
        private final net.fortuna.ical4j.model.Recur<LocalDate> recur;
        private final String text;

        Repetition(String text) {
            this.text = text;
            recur = new net.fortuna.ical4j.model.Recur<>(text);
        }

        Frequency frequency() {
            return recur.getFrequency();
        }

        /** On the date on which it began, for ever. */
        boolean isSimplyYearly() {
            return text.equals("FREQ=YEARLY") || text.equals("FREQ=YEARLY;INTERVAL=1");
        }
    }
}
