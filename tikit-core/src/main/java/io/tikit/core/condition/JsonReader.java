package io.tikit.core.condition;

import com.fasterxml.jackson.databind.JsonNode;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.condition.TimePoint;
import io.tikit.api.error.Violation;
import io.tikit.spi.condition.FieldCatalog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads conditions from JSON and collects what is wrong; what cannot be read becomes a condition that never holds. */
final class JsonReader {
    private static final Set<String> OPERATORS = Set.of("equal", "below", "at_most", "above", "at_least");

    private final FieldCatalog catalog;
    private final List<Violation> found;
    private int nodes;

    JsonReader(FieldCatalog catalog, List<Violation> found) {
        this.catalog = catalog;
        this.found = found;
    }

    Condition read(JsonNode node, String path, int depth) {
        nodes++;
        if (depth > Condition.MAX_DEPTH || nodes > Condition.MAX_NODES) {
            if (found.stream().noneMatch(v -> v.key().equals("too_complex"))) {
                wrong(
                        path,
                        "too_complex",
                        "a condition may be " + Condition.MAX_DEPTH + " deep and have " + Condition.MAX_NODES
                                + " parts",
                        ConditionJson.LIMITS);
            }
            return Condition.never();
        }
        if (!node.isObject()) {
            return wrong(path, "not_an_object", "a condition is a JSON object, not " + kind(node), given(node));
        }
        if (node.has("all")) {
            members(node, path, "all");
            return new Condition.All(parts(node.path("all"), at(path, "all"), depth));
        }
        if (node.has("any")) {
            members(node, path, "any");
            return new Condition.Any(parts(node.path("any"), at(path, "any"), depth));
        }
        if (node.has("not")) {
            members(node, path, "not");
            return new Condition.Not(read(node.path("not"), at(path, "not"), depth + 1));
        }
        if (node.has("words")) {
            members(node, path, "words");
            return new Condition.Words(text(node, path, "words"));
        }
        return leaf(node, path);
    }

    private List<Condition> parts(JsonNode array, String path, int depth) {
        List<Condition> parts = new ArrayList<>();
        if (!array.isArray()) {
            wrong(path, "not_a_list", "parts are a JSON array, not " + kind(array), given(array));
        }
        for (int i = 0; i < array.size() && nodes <= Condition.MAX_NODES; i++) {
            parts.add(read(array.path(i), path + "[" + i + "]", depth + 1));
        }
        return parts;
    }

    private Condition leaf(JsonNode node, String path) {
        String field = text(node, path, "field");
        String op = text(node, path, "op");
        switch (op) {
            case "one_of" -> {
                members(node, path, "field", "op", "values");
                return new Condition.OneOf(field, values(node, path, field));
            }
            case "present" -> {
                members(node, path, "field", "op");
                return new Condition.Present(field);
            }
            case "within" -> {
                members(node, path, "field", "op", "from", "to");
                return new Condition.Within(field, time(node, path, "from"), time(node, path, "to"));
            }
            case "mine" -> {
                members(node, path, "field", "op", "whose");
                return mine(field, text(node, path, "whose"), path);
            }
            case "under" -> {
                members(node, path, "field", "op", "value");
                return new Condition.Under(field, value(node, path, "value", field));
            }
            case "contains", "starts_with" -> {
                members(node, path, "field", "op", "text");
                Condition.Place place = op.equals("contains") ? Condition.Place.ANYWHERE : Condition.Place.START;
                return new Condition.Has(field, place, text(node, path, "text"));
            }
            case "changed" -> {
                members(node, path, "field", "op", "from", "to");
                return new Condition.Changed(field, side(node, path, "from", field), side(node, path, "to", field));
            }
            case "was" -> {
                members(node, path, "field", "op", "value", "from", "to", "for");
                return was(node, path, field);
            }
            default -> {
                return compare(node, path, field, op);
            }
        }
    }

    private Condition compare(JsonNode node, String path, String field, String op) {
        if (!OPERATORS.contains(op)) {
            return op.isEmpty()
                    ? Condition.never()
                    : wrong(
                            at(path, "op"),
                            "unknown_operator",
                            "there is no operator '" + shown(op) + "'",
                            Map.of("name", shown(op)));
        }
        Condition.Operator operator = Condition.Operator.valueOf(op.toUpperCase(Locale.ROOT));
        if (node.has("time")) {
            members(node, path, "field", "op", "time");
            return new Condition.CompareTime(field, operator, time(node, path, "time"));
        }
        members(node, path, "field", "op", "value");
        return new Condition.Compare(field, operator, value(node, path, "value", field));
    }

    private Condition mine(String field, String whose, String path) {
        return switch (whose) {
            case "me" -> new Condition.Mine(field, Condition.Whose.ME);
            case "my_teams" -> new Condition.Mine(field, Condition.Whose.MY_TEAMS);
            default ->
                wrong(
                        at(path, "whose"),
                        "unknown_value",
                        "either me or my_teams, not '" + shown(whose) + "'",
                        Map.of("name", shown(whose)));
        };
    }

    private Condition was(JsonNode node, String path, String field) {
        Optional<TimePoint> from = node.has("from") ? Optional.of(time(node, path, "from")) : Optional.empty();
        Optional<TimePoint> to = node.has("to") ? Optional.of(time(node, path, "to")) : Optional.empty();
        Duration length = node.has("for")
                ? Times.length(text(node, path, "for"))
                        .filter(given -> given.compareTo(Duration.ofDays(TimePoint.FARTHEST_DAYS)) <= 0)
                        .orElse(Duration.ofMillis(-1))
                : Duration.ZERO;
        if (length.isNegative()) {
            return wrong(at(path, "for"), "bad_duration", "a length is written as 2d, 4h30m or 90s", Map.of());
        }
        return new Condition.Was(field, value(node, path, "value", field), from, to, length);
    }

    private Condition.Side side(JsonNode node, String path, String member, String field) {
        if (!node.has(member)) {
            return Condition.Side.ANY;
        }
        return node.path(member).isNull() ? Condition.Side.NONE : Condition.Side.of(value(node, path, member, field));
    }

    private List<FieldValue> values(JsonNode node, String path, String field) {
        List<FieldValue> values = new ArrayList<>();
        JsonNode array = node.path("values");
        if (!array.isArray()) {
            wrong(at(path, "values"), "not_a_list", "values are a JSON array, not " + kind(array), given(array));
        }
        for (int i = 0; i < array.size(); i++) {
            values.add(value(array.path(i), at(path, "values[" + i + "]"), field));
        }
        return values;
    }

    private FieldValue value(JsonNode node, String path, String member, String field) {
        return value(node.path(member), at(path, member), field);
    }

    private FieldValue value(JsonNode node, String path, String field) {
        Optional<FieldValue> value = JsonValues.read(field, node, catalog);
        if (value.isEmpty()) {
            wrong(
                    path,
                    "bad_value",
                    "a value is text, a number, a boolean or an object such as {\"decimal\": \"1.5\"}",
                    given(node));
        }
        return value.orElse(new FieldValue.Text(""));
    }

    private TimePoint time(JsonNode node, String path, String member) {
        String text = text(node, path, member);
        Optional<TimePoint> point = Times.point(text);
        if (point.isEmpty() && !text.isEmpty()) {
            wrong(
                    at(path, member),
                    "bad_time",
                    "'" + shown(text) + "' is no time; write now-2d, today, 2026-01-31 or 2026-01-31T08:00:00Z",
                    Map.of("text", shown(text)));
        }
        return point.orElse(TimePoint.now());
    }

    private String text(JsonNode node, String path, String member) {
        JsonNode inner = node.path(member);
        if (!inner.isTextual()) {
            wrong(at(path, member), "required", "must be text, not " + kind(inner), given(inner));
        }
        return inner.isTextual() ? inner.textValue() : "";
    }

    private void members(JsonNode node, String path, String... allowed) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!Arrays.asList(allowed).contains(name)) {
                wrong(
                        at(path, shown(name)),
                        "unknown_member",
                        "only " + String.join(", ", allowed) + " stand here",
                        Map.of("name", shown(name), "known", List.of(allowed)));
                return;
            }
        }
    }

    private Condition wrong(String path, String key, String message, Map<String, Object> parameters) {
        found.add(new Violation(path, key, message, parameters));
        return Condition.never();
    }

    private static Map<String, Object> given(JsonNode node) {
        return Map.of("given", kind(node));
    }

    private static String at(String path, String member) {
        return path.isEmpty() ? member : path + "." + member;
    }

    private static String kind(JsonNode node) {
        return node.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }
}
