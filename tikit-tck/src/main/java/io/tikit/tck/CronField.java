package io.tikit.tck;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** One field of a cron expression: numbers, names, ranges that may wrap, steps and lists of them. */
final class CronField {
    static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    private CronField() {}

    /** The numbers that a field names; a name stands for its place in the list, counted from the least. */
    static NavigableSet<Integer> numbers(String field, int least, int most, List<String> names) {
        NavigableSet<Integer> numbers = new TreeSet<>();
        for (String part : field.split(",", -1)) {
            add(numbers, part, least, most, names);
        }
        return numbers;
    }

    private static void add(NavigableSet<Integer> numbers, String part, int least, int most, List<String> names) {
        int slash = part.indexOf('/');
        String range = slash < 0 ? part : part.substring(0, slash);
        int step = slash < 0 ? 1 : number(part.substring(slash + 1), 1, most, List.of());
        int from = least;
        int to = most;
        if (!range.equals("*") && !(range.isEmpty() && slash == 0)) {
            int dash = range.indexOf('-', 1);
            from = number(dash < 0 ? range : range.substring(0, dash), least, most, names);
            if (dash >= 0) {
                to = number(range.substring(dash + 1), least, most, names);
            } else if (slash < 0) {
                to = from;
            }
        }
        int size = most - least + 1;
        int length = Math.floorMod(to - from, size);
        for (int i = 0; i <= length; i += step) {
            numbers.add(least + (from - least + i) % size);
        }
    }

    static int number(String text, int least, int most, List<String> names) {
        int named = names.indexOf(text);
        if (named >= 0) {
            return least + named;
        }
        if (!text.matches("[0-9]{1,4}")) {
            throw new IllegalArgumentException("'" + text + "' is not a number");
        }
        int value = Integer.parseInt(text);
        if (value < least || value > most) {
            throw new IllegalArgumentException(value + " is not from " + least + " to " + most);
        }
        return value;
    }
}
