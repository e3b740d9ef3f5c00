package io.tikit.core.condition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldValue;
import io.tikit.spi.condition.FieldCatalog;
import java.util.List;
import java.util.Locale;

/** Writes conditions that are not too deep as JSON. */
final class JsonWriter {
    private final FieldCatalog catalog;

    JsonWriter(FieldCatalog catalog) {
        this.catalog = catalog;
    }

    ObjectNode write(Condition condition) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (condition instanceof Condition.All all) {
            parts(node.putArray("all"), all.parts());
        } else if (condition instanceof Condition.Any any) {
            parts(node.putArray("any"), any.parts());
        } else if (condition instanceof Condition.Not not) {
            node.set("not", write(not.part()));
        } else if (condition instanceof Condition.Words words) {
            node.put("words", words.text());
        } else if (condition instanceof Condition.Compare compare) {
            value(op(node, compare.field(), name(compare.operator())), "value", compare.field(), compare.value());
        } else if (condition instanceof Condition.OneOf oneOf) {
            ArrayNode values = op(node, oneOf.field(), "one_of").putArray("values");
            oneOf.values().forEach(value -> values.add(JsonValues.write(oneOf.field(), value, catalog)));
        } else if (condition instanceof Condition.Present present) {
            op(node, present.field(), "present");
        } else if (condition instanceof Condition.Mine mine) {
            op(node, mine.field(), "mine").put("whose", name(mine.whose()));
        } else if (condition instanceof Condition.Under under) {
            value(op(node, under.field(), "under"), "value", under.field(), under.root());
        } else if (condition instanceof Condition.Has has) {
            op(node, has.field(), has.place() == Condition.Place.START ? "starts_with" : "contains")
                    .put("text", has.text());
        } else {
            overTime(node, condition);
        }
        return node;
    }

    private void overTime(ObjectNode node, Condition condition) {
        if (condition instanceof Condition.Within within) {
            op(node, within.field(), "within")
                    .put("from", Times.print(within.from()))
                    .put("to", Times.print(within.to()));
        } else if (condition instanceof Condition.CompareTime compare) {
            op(node, compare.field(), name(compare.operator())).put("time", Times.print(compare.time()));
        } else if (condition instanceof Condition.Changed changed) {
            op(node, changed.field(), "changed");
            side(node, "from", changed.field(), changed.from());
            side(node, "to", changed.field(), changed.to());
        } else if (condition instanceof Condition.Was was) {
            value(op(node, was.field(), "was"), "value", was.field(), was.value());
            was.from().ifPresent(from -> node.put("from", Times.print(from)));
            was.to().ifPresent(to -> node.put("to", Times.print(to)));
            if (!was.atLeast().isZero()) {
                node.put("for", Times.print(was.atLeast()));
            }
        }
    }

    private void parts(ArrayNode array, List<Condition> parts) {
        parts.forEach(part -> array.add(write(part)));
    }

    private static ObjectNode op(ObjectNode node, String field, String op) {
        return node.put("field", field).put("op", op);
    }

    private void value(ObjectNode node, String member, String field, FieldValue value) {
        node.set(member, JsonValues.write(field, value, catalog));
    }

    private void side(ObjectNode node, String member, String field, Condition.Side side) {
        side.value().ifPresent(value -> value(node, member, field, value));
        if (side.absent()) {
            node.putNull(member);
        }
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
