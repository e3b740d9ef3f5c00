package io.tikit.tck;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.condition.TimePoint;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketFields;
import io.tikit.spi.condition.Fold;
import io.tikit.spi.condition.TicketFieldCatalog;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * Makes random conditions that are true of some of the given tickets and false of others. Not safe for use by several
 * threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class SampleConditions {
    /** The keys of the built-in fields. */
    public static final List<String> BUILT_IN = List.of(
            TicketFields.NUMBER.key(),
            TicketFields.SUBJECT.key(),
            TicketFields.TYPE.key(),
            TicketFields.PRIORITY.key(),
            TicketFields.STATUS.key(),
            TicketFields.STATE.key(),
            TicketFields.REQUESTER.key(),
            TicketFields.SUBMITTER.key(),
            TicketFields.TEAM.key(),
            TicketFields.ASSIGNEE.key(),
            TicketFields.CATEGORY.key(),
            TicketFields.ORGANISATION.key(),
            TicketFields.CREATED.key(),
            TicketFields.UPDATED.key(),
            TicketFields.RESOLVED.key());

    private static final List<String> TIMES =
            List.of(TicketFields.CREATED.key(), TicketFields.UPDATED.key(), TicketFields.RESOLVED.key());
    private static final List<String> PEOPLE =
            List.of(TicketFields.ASSIGNEE.key(), TicketFields.REQUESTER.key(), TicketFields.TEAM.key());

    private final SampleData data;
    private final List<Ticket> tickets;
    private final List<String> keys;

    /**
     * Makes conditions over fields.
     *
     * @param data the source of chance
     * @param tickets from which most values are taken, at least one
     * @param keys the keys of the fields
     */
    public SampleConditions(SampleData data, List<Ticket> tickets, List<String> keys) {
        this.data = data;
        this.tickets = List.copyOf(tickets);
        this.keys = List.copyOf(keys);
    }

    /**
     * The keys of the built-in fields and of the custom fields of {@link SampleData#ticket}.
     *
     * @return the keys
     */
    public static List<String> allKeys() {
        List<String> keys = new ArrayList<>(BUILT_IN);
        for (int i = 0; i < 5; i++) {
            keys.add(TicketFields.CUSTOM_PREFIX + "custom_" + i);
        }
        return List.copyOf(keys);
    }

    /**
     * A random condition.
     *
     * @param depth how deep at most, at least 1
     * @return a condition that passes the check of the engine
     */
    public Condition next(int depth) {
        Random random = data.random();
        int kind = depth <= 1 ? 3 + random.nextInt(7) : random.nextInt(10);
        return switch (kind) {
            case 0 -> new Condition.All(parts(depth));
            case 1 -> new Condition.Any(parts(depth));
            case 2 -> new Condition.Not(next(depth - 1));
            case 3 -> new Condition.Present(data.oneOf(keys));
            case 4 -> oneOf();
            case 8 -> keys.contains(TicketFields.SUBJECT.key()) ? within(Condition.Place.START) : compare();
            case 9 -> keys.contains(TicketFields.SUBJECT.key()) ? within(Condition.Place.ANYWHERE) : compare();
            default -> compare();
        };
    }

    /**
     * A random condition of any kind, most of them not bound, to be written and read again.
     *
     * @param depth how deep at most, at least 1
     * @return a condition that some use takes
     */
    public Condition anyKind(int depth) {
        Random random = data.random();
        if (depth > 1 && random.nextInt(3) == 0) {
            List<Condition> parts = new ArrayList<>();
            int count = random.nextInt(4);
            for (int i = 0; i < count; i++) {
                parts.add(anyKind(depth - 1));
            }
            return switch (random.nextInt(3)) {
                case 0 -> new Condition.All(parts);
                case 1 -> new Condition.Any(parts);
                default -> new Condition.Not(anyKind(depth - 1));
            };
        }
        return switch (random.nextInt(9)) {
            case 0 -> new Condition.Within(data.oneOf(TIMES), time(), time());
            case 1 ->
                new Condition.CompareTime(data.oneOf(TIMES), data.oneOf(List.of(Condition.Operator.values())), time());
            case 2 -> new Condition.Mine(data.oneOf(PEOPLE), data.oneOf(List.of(Condition.Whose.values())));
            case 3 ->
                new Condition.Under(
                        data.oneOf(List.of(TicketFields.TEAM.key(), TicketFields.CATEGORY.key())),
                        new FieldValue.Id(data.id()));
            case 4 ->
                new Condition.Has(
                        TicketFields.SUBJECT.key(), data.oneOf(List.of(Condition.Place.values())), data.text(40));
            case 5 -> new Condition.Words(random.nextBoolean() ? data.text(40) : '"' + data.text(40) + '"');
            case 6 -> new Condition.Changed(TicketFields.STATUS.key(), side(), side());
            case 7 ->
                new Condition.Was(
                        TicketFields.STATUS.key(),
                        new FieldValue.Text(data.text(20)),
                        random.nextBoolean() ? Optional.of(time()) : Optional.empty(),
                        random.nextBoolean() ? Optional.of(time()) : Optional.empty(),
                        Duration.ofMillis(random.nextInt(3) * (long) random.nextInt(1_000_000_000)));
            default -> next(1);
        };
    }

    private Condition.Side side() {
        return data.oneOf(List.of(
                Condition.Side.ANY, Condition.Side.NONE, Condition.Side.of(new FieldValue.Text(data.text(20)))));
    }

    private TimePoint time() {
        Random random = data.random();
        return switch (random.nextInt(4)) {
            case 0 -> new TimePoint.At(data.instant());
            case 1 -> new TimePoint.Now(Duration.ofMillis(random.nextLong(-1_000_000_000L, 1_000_000_000L)));
            case 2 -> new TimePoint.StartOfDay(random.nextInt(800) - 400);
            default -> new TimePoint.StartOfDate(LocalDate.of(1 + random.nextInt(9999), 1 + random.nextInt(12), 28));
        };
    }

    /** A part of a subject or a status, often one that is there. */
    private Condition within(Condition.Place place) {
        if (keys.contains(TicketFields.STATUS.key()) && data.random().nextInt(4) == 0) {
            String key = data.oneOf(tickets).status().key().toUpperCase(Locale.ROOT);
            int from = place == Condition.Place.START ? 0 : data.random().nextInt(key.length());
            int to = from + 1 + data.random().nextInt(key.length() - from);
            return new Condition.Has(TicketFields.STATUS.key(), place, key.substring(from, to));
        }
        String subject = data.oneOf(tickets).subject();
        int[] letters = subject.codePoints().toArray();
        int from = place == Condition.Place.START || letters.length == 0
                ? 0
                : data.random().nextInt(letters.length);
        int count = letters.length == 0 ? 0 : 1 + data.random().nextInt(letters.length - from);
        String text = new String(letters, from, count);
        return new Condition.Has(
                TicketFields.SUBJECT.key(), place, Fold.of(text).isEmpty() ? "e" : text);
    }

    private List<Condition> parts(int depth) {
        List<Condition> parts = new ArrayList<>();
        int count = data.random().nextInt(4);
        for (int i = 0; i < count; i++) {
            parts.add(next(depth - 1));
        }
        return parts;
    }

    private Condition oneOf() {
        String key = data.oneOf(keys);
        List<FieldValue> values = new ArrayList<>();
        int count = data.random().nextInt(4);
        for (int i = 0; i < count; i++) {
            values.add(value(key));
        }
        return new Condition.OneOf(key, values);
    }

    private Condition compare() {
        String key = data.oneOf(keys);
        return new Condition.Compare(key, data.oneOf(List.of(Condition.Operator.values())), value(key));
    }

    private FieldValue value(String key) {
        for (int i = 0; i < 10; i++) {
            Optional<FieldValue> value = TicketFieldCatalog.value(data.oneOf(tickets), key);
            if (value.isPresent()) {
                return vary(value.get());
            }
        }
        return TicketFieldCatalog.customKey(key).isPresent()
                ? data.fieldValue()
                : key.equals(TicketFields.RESOLVED.key())
                        ? new FieldValue.Moment(data.instant())
                        : new FieldValue.Id(data.id());
    }

    /** Often the value itself, else one close by or one that folds to it. */
    private FieldValue vary(FieldValue value) {
        if (data.random().nextInt(3) != 0) {
            return value;
        }
        if (value instanceof FieldValue.Text text) {
            return new FieldValue.Text(
                    data.random().nextBoolean() ? text.value().toUpperCase(Locale.ROOT) + "  " : data.text(100));
        }
        if (value instanceof FieldValue.Whole whole) {
            return data.oneOf(List.of(
                    new FieldValue.Whole(whole.value() + 1),
                    new FieldValue.Whole(Long.MAX_VALUE),
                    new FieldValue.Whole(Long.MIN_VALUE)));
        }
        if (value instanceof FieldValue.Moment moment) {
            return new FieldValue.Moment(moment.value().plusMillis(data.random().nextInt(3) - 1L));
        }
        return value instanceof FieldValue.Id
                ? data.oneOf(List.of(
                        new FieldValue.Id(data.id()),
                        new FieldValue.Id(new UUID(0, 0)),
                        new FieldValue.Id(new UUID(-1, -1))))
                : value;
    }
}
