package io.tikit.jpa.ticket;

import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldKind;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.ticket.State;
import io.tikit.api.ticket.TicketFields;
import io.tikit.jpa.codec.Ids;
import io.tikit.jpa.database.Dialect;
import io.tikit.spi.condition.ConditionInterpreter;
import io.tikit.spi.condition.Fold;
import io.tikit.spi.condition.TicketFieldCatalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compiles a condition into the where clause of a query with bound parameters. Negations are pushed down to the
 * comparisons, where absence is spelt out: a database has three truth values, conditions have two.
 */
final class ConditionCompiler {
    private static final String TRUE = "1 = 1";
    private static final String FALSE = "1 = 0";
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry(TicketFields.NUMBER.key(), "t.serial"),
            Map.entry(TicketFields.SUBJECT.key(), "t.subject_folded"),
            Map.entry(TicketFields.TYPE.key(), "t.type_rank"),
            Map.entry(TicketFields.PRIORITY.key(), "t.priority"),
            Map.entry(TicketFields.STATUS.key(), "t.status"),
            Map.entry(TicketFields.STATE.key(), "t.state"),
            Map.entry(TicketFields.REQUESTER.key(), "t.requester"),
            Map.entry(TicketFields.SUBMITTER.key(), "t.submitter"),
            Map.entry(TicketFields.TEAM.key(), "t.team"),
            Map.entry(TicketFields.ASSIGNEE.key(), "t.assignee"),
            Map.entry(TicketFields.CATEGORY.key(), "t.category"),
            Map.entry(TicketFields.ORGANISATION.key(), "t.organisation"),
            Map.entry(TicketFields.CREATED.key(), "t.created_at"),
            Map.entry(TicketFields.UPDATED.key(), "t.updated_at"),
            Map.entry(TicketFields.RESOLVED.key(), "t.resolved_at"));
    private static final Set<String> MAY_BE_ABSENT = Set.of(
            TicketFields.SUBMITTER.key(),
            TicketFields.TEAM.key(),
            TicketFields.ASSIGNEE.key(),
            TicketFields.CATEGORY.key(),
            TicketFields.ORGANISATION.key(),
            TicketFields.RESOLVED.key());

    /** Columns by which lists are ordered, never null: what has no time comes after all that has one. */
    private static final Map<String, String> SORT_KEYS = Map.of(
            TicketFields.NUMBER.key(), "t.serial",
            TicketFields.TYPE.key(), "t.type_rank",
            TicketFields.PRIORITY.key(), "t.priority",
            TicketFields.STATE.key(), "t.state",
            TicketFields.CREATED.key(), "t.created_at",
            TicketFields.UPDATED.key(), "t.updated_at",
            TicketFields.RESOLVED.key(), "COALESCE(t.resolved_at, " + Long.MAX_VALUE + ")");

    private final Dialect dialect;
    private final List<Object> parameters;
    private boolean widened;

    /** Compiles for a database into a list of parameters, which is added to. */
    ConditionCompiler(Dialect dialect, List<Object> parameters) {
        this.dialect = dialect;
        this.parameters = parameters;
    }

    /**
     * Whether the database cannot decide a part, so that what was compiled is also true of rows of which the condition
     * does not hold. It is never false of one of which it holds.
     */
    boolean isWidened() {
        return widened;
    }

    /** The expression of a step of order. */
    static String sortKey(String field) {
        String key = SORT_KEYS.get(field);
        if (key == null) {
            throw new IllegalArgumentException("tickets cannot be listed in the order of '" + field + "'");
        }
        return key;
    }

    /** The column of a field. */
    static String column(String field) {
        String column = COLUMNS.get(field);
        if (column == null) {
            throw new IllegalArgumentException(
                    "storage lists by built-in fields of tickets only, not by '" + field + "'");
        }
        return column;
    }

    /** Compiles a condition or its complement. */
    String compile(Condition condition, boolean wanted) {
        if (condition instanceof Condition.All all) {
            return wanted ? join(all.parts(), true, " AND ", TRUE) : join(all.parts(), false, " OR ", FALSE);
        }
        if (condition instanceof Condition.Any any) {
            return wanted ? join(any.parts(), true, " OR ", FALSE) : join(any.parts(), false, " AND ", TRUE);
        }
        if (condition instanceof Condition.Not not) {
            return compile(not.part(), !wanted);
        }
        if (condition instanceof Condition.Compare compare) {
            return compare.field().equals(TicketFields.STATE.key())
                    ? states(condition, wanted)
                    : compare(compare, wanted);
        }
        if (condition instanceof Condition.OneOf oneOf) {
            return oneOf.field().equals(TicketFields.STATE.key()) ? states(condition, wanted) : oneOf(oneOf, wanted);
        }
        if (condition instanceof Condition.Has has) {
            return has(has, wanted);
        }
        if (!(condition instanceof Condition.Present present)) {
            throw new IllegalArgumentException("storage decides bound conditions over columns of tickets alone, not "
                    + condition.getClass().getSimpleName());
        }
        String field = present.field();
        String column = column(field);
        if (!MAY_BE_ABSENT.contains(field)) {
            return wanted ? TRUE : FALSE;
        }
        return column + (wanted ? " IS NOT NULL" : " IS NULL");
    }

    private String join(List<Condition> parts, boolean wanted, String word, String none) {
        // What is always or never true decides or is left out: databases plan better without it.
        String decisive = none.equals(TRUE) ? FALSE : TRUE;
        List<String> open = new ArrayList<>();
        for (Condition part : parts) {
            String compiled = compile(part, wanted);
            if (compiled.equals(decisive)) {
                return decisive;
            }
            if (!compiled.equals(none)) {
                open.add(compiled);
            }
        }
        return open.isEmpty() ? none : open.stream().collect(Collectors.joining(word, "(", ")"));
    }

    private String has(Condition.Has has, boolean wanted) {
        String column = column(has.field());
        if (TicketFieldCatalog.kind(has.field())
                .filter(kind -> kind == FieldKind.TEXT)
                .isEmpty()) {
            return wanted ? FALSE : TRUE;
        }
        return has.place() == Condition.Place.START ? startsWith(has, column, wanted) : contains(has, column, wanted);
    }

    /** No character of UTF-8 begins within another, so bytes that have the bytes in them have the text in them. */
    private String contains(Condition.Has has, String column, boolean wanted) {
        boolean bytes = has.field().equals(TicketFields.SUBJECT.key());
        if (bytes && dialect.placeInBytes("", "").isEmpty()) {
            widened = true;
            return TRUE;
        }
        String text = bind(has.field(), new FieldValue.Text(has.text()));
        String place = bytes ? dialect.placeInBytes(text, column).orElseThrow() : dialect.placeInText(text, column);
        return place + (wanted ? " > 0" : " = 0");
    }

    /** A beginning is a range of bytes, which every database compares alike. */
    private String startsWith(Condition.Has has, String column, boolean wanted) {
        FieldValue least = new FieldValue.Text(has.text());
        String from = bind(has.field(), least);
        String next = parameter(after(columnValue(has.field(), least)));
        return wanted
                ? "(" + column + " >= " + from + " AND " + column + " < " + next + ")"
                : "(" + column + " < " + from + " OR " + column + " >= " + next + ")";
    }

    /** What comes after everything that begins with a value: no UTF-8 has the byte 0xFF, no status a tilde. */
    private static Object after(Object beginning) {
        if (beginning instanceof byte[] bytes) {
            byte[] next = Arrays.copyOf(bytes, bytes.length + 1);
            next[bytes.length] = (byte) 0xFF;
            return next;
        }
        return beginning + "~";
    }

    private String compare(Condition.Compare compare, boolean wanted) {
        String column = column(compare.field());
        if (!fits(compare.field(), compare.value())) {
            return wanted ? FALSE : TRUE;
        }
        if (compare.value() instanceof FieldValue.Moment moment && !inMillis(moment.value())) {
            return beyondTime(compare, moment.value(), wanted);
        }
        String operator = switch (compare.operator()) {
            case EQUAL -> wanted ? " = " : " <> ";
            case BELOW -> wanted ? " < " : " >= ";
            case AT_MOST -> wanted ? " <= " : " > ";
            case ABOVE -> wanted ? " > " : " <= ";
            case AT_LEAST -> wanted ? " >= " : " < ";
        };
        return orAbsent(compare.field(), column, column + operator + bind(compare.field(), compare.value()), wanted);
    }

    private static boolean inMillis(Instant instant) {
        return !instant.isBefore(Instant.ofEpochMilli(Long.MIN_VALUE))
                && !instant.isAfter(Instant.ofEpochMilli(Long.MAX_VALUE));
    }

    /** No row holds an instant that has no number: all of them are before it, or all after it. */
    private String beyondTime(Condition.Compare compare, Instant value, boolean wanted) {
        boolean before = value.isAfter(Instant.EPOCH);
        boolean holds = switch (compare.operator()) {
            case EQUAL -> false;
            case BELOW, AT_MOST -> before;
            case ABOVE, AT_LEAST -> !before;
        };
        return holds ? compile(new Condition.Present(compare.field()), wanted) : wanted ? FALSE : TRUE;
    }

    private String oneOf(Condition.OneOf oneOf, boolean wanted) {
        String column = column(oneOf.field());
        List<FieldValue> values = oneOf.values().stream()
                .filter(value -> fits(oneOf.field(), value))
                .filter(value -> !(value instanceof FieldValue.Moment moment) || inMillis(moment.value()))
                .toList();
        if (values.isEmpty()) {
            return wanted ? FALSE : TRUE;
        }
        String list = Ids.padded(values).stream()
                .map(value -> bind(oneOf.field(), value))
                .collect(Collectors.joining(", ", "(", ")"));
        return orAbsent(oneOf.field(), column, column + (wanted ? " IN " : " NOT IN ") + list, wanted);
    }

    /** A comparison with an absent value is false, so its complement is true. */
    private static String orAbsent(String field, String column, String comparison, boolean wanted) {
        return wanted || !MAY_BE_ABSENT.contains(field) ? comparison : "(" + column + " IS NULL OR " + comparison + ")";
    }

    /**
     * Any question about the state alone is a set of states. Whether they are all open or all closed is said as well,
     * because the indexes of the queues lead with it.
     */
    @SuppressWarnings("EnumOrdinal") // the rank of a state is its place in the declaration
    private String states(Condition condition, boolean wanted) {
        EnumSet<State> states = EnumSet.noneOf(State.class);
        for (State state : State.values()) {
            if (holds(condition, FieldValue.Choice.of(state)) == wanted) {
                states.add(state);
            }
        }
        if (states.isEmpty()) {
            return FALSE;
        }
        if (states.size() == State.values().length) {
            return TRUE;
        }
        List<State> alike = states.stream()
                .filter(state -> state.isOpen() == states.iterator().next().isOpen())
                .toList();
        String in = states.stream()
                .map(state -> parameter((short) state.ordinal()))
                .collect(Collectors.joining(", ", "t.state IN (", ")"));
        if (alike.size() < states.size()) {
            return in;
        }
        return "(t.is_open = " + parameter((short) (alike.get(0).isOpen() ? 1 : 0)) + " AND " + in + ")";
    }

    private static boolean holds(Condition condition, FieldValue state) {
        if (condition instanceof Condition.OneOf oneOf) {
            return oneOf.values().stream().anyMatch(value -> sign(state, Condition.Operator.EQUAL, value));
        }
        Condition.Compare compare = (Condition.Compare) condition;
        return sign(state, compare.operator(), compare.value());
    }

    private static boolean sign(FieldValue state, Condition.Operator operator, FieldValue wanted) {
        var order = ConditionInterpreter.order(state, wanted);
        if (order.isEmpty()) {
            return false;
        }
        int sign = order.getAsInt();
        return switch (operator) {
            case EQUAL -> sign == 0;
            case BELOW -> sign < 0;
            case AT_MOST -> sign <= 0;
            case ABOVE -> sign > 0;
            case AT_LEAST -> sign >= 0;
        };
    }

    private static boolean fits(String field, FieldValue value) {
        return TicketFieldCatalog.kind(field)
                .filter(kind -> kind.accepts(value))
                .isPresent();
    }

    /** Binds a value in the form of its column. */
    String bind(String field, FieldValue value) {
        return parameter(columnValue(field, value));
    }

    private String parameter(Object value) {
        parameters.add(value);
        return "?" + parameters.size();
    }

    private static Object columnValue(String field, FieldValue value) {
        if (value instanceof FieldValue.Whole whole) {
            return whole.value();
        }
        if (value instanceof FieldValue.Moment moment) {
            return moment.value().toEpochMilli();
        }
        if (value instanceof FieldValue.Id id) {
            return id.value();
        }
        if (value instanceof FieldValue.Choice choice) {
            return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, choice.rank()));
        }
        String text = ((FieldValue.Text) value).value();
        if (Objects.equals(field, TicketFields.SUBJECT.key())) {
            return Fold.bytes(text);
        }
        // Keys of statuses are plain ASCII letters; PostgreSQL takes no NUL, and SOH sorts the same against them.
        return Fold.of(text).replace('\0', '\1');
    }
}
