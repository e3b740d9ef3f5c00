package io.tikit.lucene.classification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of one field: its values, and the words of each. */
final class FieldValues {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> values = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();
    private final Classes[] classes = {new Classes(), new Classes()};

    int number(String value) {
        return numbers.computeIfAbsent(value, v -> {
            values.add(v);
            counts.add(0);
            return values.size() - 1;
        });
    }

    String value(int number) {
        return values.get(number);
    }

    /** Whether this number stands for a field that was left empty on purpose. */
    boolean isNone(int number) {
        return values.get(number).isEmpty();
    }

    int size() {
        return values.size();
    }

    /** How many tickets have the value. */
    int count(int number) {
        return counts.get(number);
    }

    Classes classes(int view) {
        return classes[view];
    }

    void add(View.Vector[] vectors, int value, int sign) {
        counts.set(value, counts.get(value) + sign);
        for (int view = 0; view < classes.length; view++) {
            classes[view].add(vectors[view], value, sign);
        }
    }
}
