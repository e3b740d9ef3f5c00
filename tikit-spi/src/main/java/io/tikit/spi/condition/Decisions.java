package io.tikit.spi.condition;

import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.ticket.TicketFields;
import io.tikit.spi.condition.CompiledCondition.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Compiles conditions. Comparisons of built-in fields become ranges of numbers, and all ranges of one {@code all} are
 * decided in one loop without a call; the rest are small decisions of their own.
 */
final class Decisions {
    private static final long LEAST = TicketNumbers.ABSENT + 1;
    private static final Range NEVER = new Range(0, 1, 0);

    private Decisions() {}

    /** A range of the number at a place, both ends included. */
    private record Range(int place, long from, long to) implements Decision {
        @Override
        public boolean holds(ConditionInput input) {
            long number = input.numbers().at[place];
            return number >= from && number <= to;
        }
    }

    /** Ranges that must all fit, then decisions that must all hold. */
    private static final class All implements Decision {
        private final int[] places;
        private final long[] from;
        private final long[] to;
        private final Decision[] rest;

        All(List<Range> ranges, List<Decision> rest) {
            places = ranges.stream().mapToInt(Range::place).toArray();
            from = ranges.stream().mapToLong(Range::from).toArray();
            to = ranges.stream().mapToLong(Range::to).toArray();
            this.rest = rest.toArray(Decision[]::new);
        }

        @Override
        public boolean holds(ConditionInput input) {
            long[] numbers = input.numbers().at;
            for (int i = 0; i < places.length; i++) {
                long number = numbers[places[i]];
                if (number < from[i] || number > to[i]) {
                    return false;
                }
            }
            for (Decision part : rest) {
                if (!part.holds(input)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final class Any implements Decision {
        private final Decision[] parts;

        Any(List<Decision> parts) {
            this.parts = parts.toArray(Decision[]::new);
        }

        @Override
        public boolean holds(ConditionInput input) {
            for (Decision part : parts) {
                if (part.holds(input)) {
                    return true;
                }
            }
            return false;
        }
    }

    static Decision compile(Condition condition) {
        if (condition instanceof Condition.All all) {
            List<Range> ranges = new ArrayList<>();
            List<Decision> rest = new ArrayList<>();
            for (Condition part : all.parts()) {
                Optional<List<Range>> inNumbers = ranges(part);
                inNumbers.ifPresent(ranges::addAll);
                if (inNumbers.isEmpty()) {
                    rest.add(compile(part));
                }
            }
            return new All(ranges, rest);
        }
        if (condition instanceof Condition.Any any) {
            return new Any(any.parts().stream().map(Decisions::compile).toList());
        }
        if (condition instanceof Condition.Not not) {
            Decision part = compile(not.part());
            return input -> !part.holds(input);
        }
        Optional<List<Range>> ranges = ranges(condition);
        if (ranges.isPresent()) {
            return ranges.get().size() == 1 ? ranges.get().get(0) : new All(ranges.get(), List.of());
        }
        return texts(condition).orElseGet(() -> other(condition));
    }

    /** The ranges that together mean the same as a condition, if there are such. */
    private static Optional<List<Range>> ranges(Condition condition) {
        if (condition instanceof Condition.Compare compare) {
            Integer place = TicketNumbers.SINGLE.get(compare.field());
            if (place != null) {
                return number(compare.field(), compare.value()).map(number -> range(place, compare.operator(), number));
            }
            return compare.operator() == Condition.Operator.EQUAL
                    ? id(compare.field(), compare.value())
                    : Optional.empty();
        }
        if (condition instanceof Condition.OneOf oneOf) {
            return oneOf.values().size() == 1
                    ? ranges(new Condition.Compare(
                            oneOf.field(),
                            Condition.Operator.EQUAL,
                            oneOf.values().get(0)))
                    : neighbours(oneOf);
        }
        if (condition instanceof Condition.Present present) {
            Integer place = TicketNumbers.SINGLE.getOrDefault(present.field(), TicketNumbers.IDS.get(present.field()));
            return Optional.ofNullable(place).map(at -> List.of(new Range(at, LEAST, Long.MAX_VALUE)));
        }
        return Optional.empty();
    }

    private static List<Range> range(int place, Condition.Operator operator, long number) {
        return List.of(
                switch (operator) {
                    case EQUAL -> new Range(place, number, number);
                    case BELOW -> number == LEAST ? NEVER : new Range(place, LEAST, number - 1);
                    case AT_MOST -> new Range(place, LEAST, number);
                    case ABOVE -> number == Long.MAX_VALUE ? NEVER : new Range(place, number + 1, Long.MAX_VALUE);
                    case AT_LEAST -> new Range(place, number, Long.MAX_VALUE);
                });
    }

    /** The number of a value that fits the field and has one. */
    private static Optional<Long> number(String field, FieldValue value) {
        if (TicketFieldCatalog.kind(field).filter(kind -> kind.accepts(value)).isEmpty()) {
            return Optional.empty();
        }
        if (value instanceof FieldValue.Whole whole) {
            return Optional.of(whole.value()).filter(number -> number != TicketNumbers.ABSENT);
        }
        if (value instanceof FieldValue.Choice choice) {
            return Optional.of((long) choice.rank());
        }
        return value instanceof FieldValue.Moment moment ? TicketNumbers.millis(moment.value()) : Optional.empty();
    }

    private static Optional<List<Range>> id(String field, FieldValue value) {
        Integer place = TicketNumbers.IDS.get(field);
        if (place == null || !(value instanceof FieldValue.Id id)) {
            return Optional.empty();
        }
        UUID wanted = id.value();
        long most = wanted.getMostSignificantBits();
        return most == TicketNumbers.ABSENT
                ? Optional.empty()
                : Optional.of(List.of(
                        new Range(place, most, most),
                        new Range(place + 1, wanted.getLeastSignificantBits(), wanted.getLeastSignificantBits())));
    }

    /** Choices that follow each other in rank are one range: open states, the upper priorities. */
    private static Optional<List<Range>> neighbours(Condition.OneOf oneOf) {
        Integer place = TicketNumbers.SINGLE.get(oneOf.field());
        if (place == null || oneOf.values().isEmpty()) {
            return Optional.empty();
        }
        TreeSet<Long> ranks = new TreeSet<>();
        for (FieldValue value : oneOf.values()) {
            if (!(value instanceof FieldValue.Choice)
                    || number(oneOf.field(), value).isEmpty()) {
                return Optional.empty();
            }
            ranks.add(number(oneOf.field(), value).get());
        }
        return ranks.last() - ranks.first() == ranks.size() - 1L
                ? Optional.of(List.of(new Range(place, ranks.first(), ranks.last())))
                : Optional.empty();
    }

    /** Comparisons with text, whose wanted side is folded once. */
    private static Optional<Decision> texts(Condition condition) {
        if (condition instanceof Condition.Has has) {
            String wanted = Fold.comparable(has.text());
            boolean start = has.place() == Condition.Place.START;
            if (has.field().equals(TicketFields.SUBJECT.key())) {
                return Optional.of(
                        start
                                ? input -> input.subject().startsWith(wanted)
                                : input -> input.subject().contains(wanted));
            }
        }
        if (condition instanceof Condition.OneOf oneOf) {
            return equal(oneOf.field(), oneOf.values());
        }
        return condition instanceof Condition.Compare compare && compare.operator() == Condition.Operator.EQUAL
                ? equal(compare.field(), List.of(compare.value()))
                : Optional.empty();
    }

    private static Optional<Decision> equal(String field, List<FieldValue> values) {
        if (values.isEmpty() || !values.stream().allMatch(value -> value instanceof FieldValue.Text)) {
            return Optional.empty();
        }
        Set<String> wanted =
                values.stream().map(value -> Fold.comparable(value.asText())).collect(Collectors.toUnmodifiableSet());
        if (field.equals(TicketFields.SUBJECT.key())) {
            return Optional.of(input -> wanted.contains(input.subject()));
        }
        if (field.equals(TicketFields.STATUS.key())) {
            if (wanted.size() == 1) {
                // Keys of statuses are lower-case ASCII, which is its own folded form.
                String only = wanted.iterator().next();
                return Optional.of(input -> only.equals(input.ticket().status().key()));
            }
            return Optional.of(input -> wanted.contains(input.ticket().status().key()));
        }
        return TicketFieldCatalog.customKey(field).map(key -> input -> {
            FieldValue value = input.ticket().fields().get(key);
            return value instanceof FieldValue.Text text && wanted.contains(Fold.comparable(text.value()));
        });
    }

    /** The rest: custom fields are found without a search for the key's meaning, all else is interpreted. */
    private static Decision other(Condition condition) {
        if (condition instanceof Condition.Compare compare) {
            Optional<String> custom = TicketFieldCatalog.customKey(compare.field());
            if (custom.isPresent()) {
                Map.Entry<String, FieldValue> wanted = Map.entry(custom.get(), compare.value());
                return input -> {
                    FieldValue value = input.ticket().fields().get(wanted.getKey());
                    return value != null && ConditionInterpreter.compares(value, compare.operator(), wanted.getValue());
                };
            }
        }
        return input -> ConditionInterpreter.holds(condition, input);
    }
}
