package io.tikit.core.condition;

import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldDefinition;
import io.tikit.api.condition.FieldInfo;
import io.tikit.api.condition.FieldKind;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.condition.Need;
import io.tikit.api.condition.TimePoint;
import io.tikit.spi.condition.FieldCatalog;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the text form. */
final class TextWriter {
    private final FieldCatalog catalog;

    TextWriter(FieldCatalog catalog) {
        this.catalog = catalog;
    }

    String print(Condition condition) {
        if (condition instanceof Condition.All all && all.parts().size() > 1) {
            return joined(all.parts(), " ");
        }
        return condition instanceof Condition.Any any && any.parts().size() > 1
                ? joined(any.parts(), " or ")
                : part(condition);
    }

    private String joined(List<Condition> parts, String between) {
        return parts.stream().map(this::part).collect(Collectors.joining(between));
    }

    private String part(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts().size() > 1 ? "(" + print(all) + ")" : "all(" + joined(all.parts(), "") + ")";
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().size() > 1 ? "(" + print(any) + ")" : "any(" + joined(any.parts(), "") + ")";
        }
        if (condition instanceof Condition.Not not) {
            return "-" + part(not.part());
        }
        if (condition instanceof Condition.Words words) {
            return words(words.text());
        }
        if (condition instanceof Condition.Compare compare) {
            return compare.field() + sign(compare.operator()) + value(compare.field(), compare.value());
        }
        if (condition instanceof Condition.OneOf oneOf) {
            return oneOf.field()
                    + oneOf.values().stream()
                            .map(value -> value(oneOf.field(), value))
                            .collect(Collectors.joining(",", ":(", ")"));
        }
        if (condition instanceof Condition.Present present) {
            return "has:" + present.field();
        }
        if (condition instanceof Condition.Has has) {
            return has.field() + (has.place() == Condition.Place.START ? "^" : "~") + TextTokens.quote(has.text());
        }
        if (condition instanceof Condition.Under under) {
            return under.field() + ":under(" + value(under.field(), under.root()) + ")";
        }
        return relative(condition);
    }

    private String relative(Condition condition) {
        if (condition instanceof Condition.Within within) {
            return within.field() + ":" + Times.print(within.from()) + ".." + Times.print(within.to());
        }
        if (condition instanceof Condition.CompareTime compare) {
            return compare.field()
                    + sign(compare.operator())
                    + time(field(compare.field()).kind(), compare.time());
        }
        if (condition instanceof Condition.Mine mine) {
            String whose = mine.whose() == Condition.Whose.ME ? "me" : "my-teams";
            return field(mine.field()).kind().isPerson()
                    ? mine.field() + ":" + whose
                    : "mine(" + mine.field() + "," + whose + ")";
        }
        if (condition instanceof Condition.Changed changed) {
            return "changed(" + changed.field() + "," + side(changed.field(), changed.from()) + ","
                    + side(changed.field(), changed.to()) + ")";
        }
        Condition.Was was = (Condition.Was) condition;
        return "was(" + was.field() + "," + value(was.field(), was.value()) + ","
                + was.from().map(Times::print).orElse("*") + ","
                + was.to().map(Times::print).orElse("*") + "," + Times.print(was.atLeast()) + ")";
    }

    private static String time(FieldKind kind, TimePoint point) {
        boolean plain = (kind == FieldKind.MOMENT && !(point instanceof TimePoint.At))
                || (kind == FieldKind.DAY && (point instanceof TimePoint.Now || point instanceof TimePoint.StartOfDay));
        return plain ? Times.print(point) : "time(" + Times.print(point) + ")";
    }

    private String side(String field, Condition.Side side) {
        return side.absent()
                ? "none"
                : side.value().map(value -> value(field, value)).orElse("*");
    }

    private static String words(String text) {
        if (text.matches("[\\p{L}\\p{N}]+") && !isReserved(text)) {
            return text;
        }
        boolean phrase = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return phrase
                ? TextTokens.quote(text.substring(1, text.length() - 1))
                : "words(" + TextTokens.quote(text) + ")";
    }

    /** Whether a bare word has a meaning of its own. */
    static boolean isReserved(String word) {
        return switch (word) {
            case "or", "none", "me", "my-teams", "now", "today", "time", "under" -> true;
            default -> word.contains("..");
        };
    }

    private String value(String field, FieldValue value) {
        return TextValues.print(field(field), value, catalog);
    }

    private FieldInfo field(String key) {
        return catalog.find(key)
                .orElseGet(() ->
                        new FieldInfo(key, FieldDefinition.of(key, FieldKind.ANY, key), Need.STATE, false, false));
    }

    private static String sign(Condition.Operator operator) {
        return switch (operator) {
            case EQUAL -> ":";
            case BELOW -> "<";
            case AT_MOST -> "<=";
            case ABOVE -> ">";
            case AT_LEAST -> ">=";
        };
    }
}
