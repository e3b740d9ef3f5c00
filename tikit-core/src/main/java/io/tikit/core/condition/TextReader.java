package io.tikit.core.condition;

import io.tikit.api.condition.Condition;
import io.tikit.api.condition.Condition.Operator;
import io.tikit.api.condition.FieldInfo;
import io.tikit.api.condition.FieldKind;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.condition.TimePoint;
import io.tikit.api.error.InvalidException;
import io.tikit.spi.condition.FieldCatalog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the text form: alternatives of sequences of parts. */
final class TextReader {
    private final TextTokens in;
    private final FieldCatalog catalog;
    private int nodes;

    TextReader(TextTokens in, FieldCatalog catalog) {
        this.in = in;
        this.catalog = catalog;
    }

    Condition read() {
        if (in.atEnd()) {
            return Condition.always();
        }
        Condition condition = alternatives(1);
        if (!in.atEnd()) {
            throw ConditionText.syntax(in.position(), 1, "'" + in.peek() + "' does not belong here");
        }
        return condition;
    }

    private Condition alternatives(int depth) {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(sequence(depth));
            in.blanks();
        } while (in.takeWord("or"));
        return parts.size() == 1 ? parts.get(0) : new Condition.Any(parts);
    }

    private Condition sequence(int depth) {
        List<Condition> parts = new ArrayList<>();
        while (true) {
            in.blanks();
            int before = in.position();
            if (in.atEnd() || in.peek() == ')' || in.peek() == ',') {
                break;
            }
            if (in.takeWord("or")) {
                in.back(before);
                break;
            }
            parts.add(part(depth));
        }
        if (parts.isEmpty()) {
            throw ConditionText.syntax(in.position(), 1, "expected a condition");
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.All(parts);
    }

    private Condition part(int depth) {
        nodes++;
        // Brackets around brackets make no node, so the walk may be somewhat deeper than the tree.
        if (depth > 3 * Condition.MAX_DEPTH || nodes > 2 * Condition.MAX_NODES) {
            throw ConditionText.wrong(
                    in.position(),
                    1,
                    "too_complex",
                    "a condition may be " + Condition.MAX_DEPTH + " deep and have " + Condition.MAX_NODES + " parts",
                    ConditionJson.LIMITS);
        }
        if (in.take("-")) {
            return new Condition.Not(part(depth + 1));
        }
        if (in.take("(")) {
            Condition inner = alternatives(depth + 1);
            in.expect(")");
            return inner;
        }
        if (in.peek() == '"') {
            return new Condition.Words('"' + in.quoted() + '"');
        }
        int from = in.position();
        String name = in.bare();
        if (name.isEmpty()) {
            throw ConditionText.syntax(from, 1, "expected a field or a word");
        }
        return switch (in.peek()) {
            case '(' -> function(name, from, depth);
            case ':', '<', '>', '~', '^', '=' ->
                name.equals("has") && in.take(":") ? present() : comparison(name, from);
            default -> new Condition.Words(name);
        };
    }

    private Condition present() {
        int from = in.position();
        return new Condition.Present(field(in.bare(), from).key());
    }

    private Condition function(String name, int from, int depth) {
        in.expect("(");
        Condition condition = switch (name) {
            case "all" -> new Condition.All(list(depth));
            case "any" -> new Condition.Any(list(depth));
            case "words" -> new Condition.Words(in.quoted());
            case "changed" -> changed();
            case "was" -> was();
            case "mine" -> mine();
            default -> throw ConditionText.syntax(from, name.length(), "there is no function '" + name + "'");
        };
        in.expect(")");
        return condition;
    }

    private List<Condition> list(int depth) {
        List<Condition> parts = new ArrayList<>();
        in.blanks();
        while (in.peek() != ')') {
            parts.add(alternatives(depth + 1));
            in.blanks();
            if (!in.take(",")) {
                break;
            }
        }
        return parts;
    }

    private FieldInfo argument() {
        in.blanks();
        int from = in.position();
        return field(in.bare(), from);
    }

    private Condition changed() {
        FieldInfo field = argument();
        in.expect(",");
        Condition.Side from = side(field);
        in.expect(",");
        return new Condition.Changed(field.key(), from, side(field));
    }

    private Condition.Side side(FieldInfo field) {
        in.blanks();
        if (in.take("*")) {
            return Condition.Side.ANY;
        }
        return in.takeWord("none") ? Condition.Side.NONE : Condition.Side.of(value(field));
    }

    private Condition mine() {
        FieldInfo field = argument();
        in.expect(",");
        in.blanks();
        int from = in.position();
        return whose(in.bare())
                .map(whose -> new Condition.Mine(field.key(), whose))
                .orElseThrow(() -> ConditionText.syntax(from, 1, "expected me or my-teams"));
    }

    private Condition was() {
        FieldInfo field = argument();
        in.expect(",");
        in.blanks();
        FieldValue value = value(field);
        in.expect(",");
        Optional<TimePoint> from = optionalTime();
        in.expect(",");
        Optional<TimePoint> to = optionalTime();
        in.expect(",");
        in.blanks();
        int start = in.position();
        String length = in.value();
        Duration atLeast = Times.length(length)
                .filter(given -> given.compareTo(Duration.ofDays(TimePoint.FARTHEST_DAYS)) <= 0)
                .orElseThrow(() -> ConditionText.wrong(
                        start, length.length(), "bad_duration", "a length is written as 2d, 4h30m or 90s"));
        return new Condition.Was(field.key(), value, from, to, atLeast);
    }

    private Optional<TimePoint> optionalTime() {
        in.blanks();
        return in.take("*") ? Optional.empty() : Optional.of(time());
    }

    private TimePoint time() {
        int from = in.position();
        String text = in.value();
        return Times.point(text).orElseThrow(() -> noTime(from, text));
    }

    private Condition comparison(String name, int from) {
        FieldInfo field = field(name, from);
        String key = field.key();
        if (in.take("~")) {
            return new Condition.Has(key, Condition.Place.ANYWHERE, text());
        }
        if (in.take("^")) {
            return new Condition.Has(key, Condition.Place.START, text());
        }
        Operator operator = operator();
        if (operator == Operator.EQUAL && in.take("(")) {
            return new Condition.OneOf(key, values(field));
        }
        if (operator == Operator.EQUAL && in.take("under(")) {
            FieldValue root = value(field);
            in.expect(")");
            return new Condition.Under(key, root);
        }
        if (in.take("time(")) {
            TimePoint time = time();
            in.expect(")");
            return new Condition.CompareTime(key, operator, time);
        }
        int start = in.position();
        boolean bare = in.peek() != '"';
        if (bare) {
            Optional<Condition> special = special(field, operator, in.value());
            if (special.isPresent()) {
                return special.get();
            }
            in.back(start);
        }
        FieldValue value = value(field);
        boolean timed = field.kind() == FieldKind.MOMENT || field.kind() == FieldKind.DAY;
        if (bare && timed && value instanceof FieldValue.Text text) {
            throw noTime(start, text.value());
        }
        return new Condition.Compare(key, operator, value);
    }

    private static InvalidException noTime(int from, String text) {
        return ConditionText.wrong(
                from,
                text.length(),
                "bad_time",
                "'" + text
                        + "' is no time; write now-2d, today, 2026-01-31 or 2026-01-31T08:00:00Z; days are days of the"
                        + " calendar, not of business");
    }

    /** What a bare text means beside a plain value. */
    private static Optional<Condition> special(FieldInfo field, Operator operator, String bare) {
        int dots = bare.indexOf("..");
        if (dots > 0 && operator == Operator.EQUAL) {
            Optional<TimePoint> from = Times.point(bare.substring(0, dots));
            Optional<TimePoint> to = Times.point(bare.substring(dots + 2));
            if (from.isPresent() && to.isPresent()) {
                return Optional.of(new Condition.Within(field.key(), from.get(), to.get()));
            }
        }
        if (field.kind().isPerson() && operator == Operator.EQUAL) {
            return whose(bare).map(whose -> new Condition.Mine(field.key(), whose));
        }
        if (field.kind() == FieldKind.MOMENT || field.kind() == FieldKind.DAY) {
            return Times.point(bare)
                    .filter(point -> !(point instanceof TimePoint.At))
                    .filter(point -> field.kind() == FieldKind.MOMENT || !(point instanceof TimePoint.StartOfDate))
                    .map(point -> new Condition.CompareTime(field.key(), operator, point));
        }
        return Optional.empty();
    }

    private static Optional<Condition.Whose> whose(String text) {
        return switch (text) {
            case "me" -> Optional.of(Condition.Whose.ME);
            case "my-teams" -> Optional.of(Condition.Whose.MY_TEAMS);
            default -> Optional.empty();
        };
    }

    private Operator operator() {
        if (in.take("<=")) {
            return Operator.AT_MOST;
        }
        if (in.take(">=")) {
            return Operator.AT_LEAST;
        }
        if (in.take("<")) {
            return Operator.BELOW;
        }
        if (in.take(">")) {
            return Operator.ABOVE;
        }
        if (!in.take("=")) {
            in.expect(":");
        }
        return Operator.EQUAL;
    }

    private String text() {
        return in.peek() == '"' ? in.quoted() : in.value();
    }

    private List<FieldValue> values(FieldInfo field) {
        List<FieldValue> values = new ArrayList<>();
        in.blanks();
        while (in.peek() != ')') {
            values.add(value(field));
            in.blanks();
            if (!in.take(",")) {
                break;
            }
        }
        in.expect(")");
        return values;
    }

    private FieldValue value(FieldInfo field) {
        in.blanks();
        return TextValues.read(in, field, catalog);
    }

    private FieldInfo field(String key, int from) {
        return catalog.find(key)
                .orElseThrow(() -> ConditionText.wrong(
                        from,
                        key.length(),
                        "unknown_field",
                        "there is no ticket field '" + key + "'",
                        Map.of("field", key)));
    }
}
