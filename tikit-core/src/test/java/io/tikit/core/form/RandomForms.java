package io.tikit.core.form;

import io.tikit.api.condition.FieldDefinition;
import io.tikit.api.condition.FieldKind;
import io.tikit.api.condition.FieldOption;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.ticket.TicketChange;
import io.tikit.core.form.FormDefinition.Deed;
import io.tikit.core.form.FormDefinition.Effect;
import io.tikit.core.form.FormDefinition.Line;
import io.tikit.core.form.FormDefinition.Required;
import io.tikit.core.form.FormDefinition.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Random forms over fields of many kinds, and random changes, which meet often. */
public final class RandomForms {
    /** The fields of the desk, of which a form has some. */
    public static final List<FieldDefinition> FIELDS = List.of(
            FieldDefinition.choice("device", "Device", options("laptop", "phone", "other")),
            FieldDefinition.choices("colours", "Colours", options("red", "green", "blue")),
            FieldDefinition.tree("place", "Place", options("hq", "hq/lab", "home")),
            FieldDefinition.of("note", FieldKind.TEXT, "Note"),
            FieldDefinition.of("count", FieldKind.WHOLE, "Count"),
            FieldDefinition.of("cost", FieldKind.MONEY, "Cost"),
            FieldDefinition.of("urgent", FieldKind.FLAG, "Urgent"));

    private static final Map<String, List<String>> VALUES = Map.of(
            "device", List.of("laptop", "phone", "other"),
            "colours", List.of("red", "green", "blue"),
            "place", List.of("hq", "hq/lab", "home"),
            "note", List.of("dust", "water"),
            "count", List.of("1", "20"),
            "cost", List.of("1.00 EUR", "20.00 EUR", "5.00 USD"),
            "urgent", List.of("true", "false"));

    private static final List<String> CONDITIONS = List.of(
            "",
            "",
            "field.device:laptop",
            "field.device:phone or field.count>5",
            "-field.note:*",
            "field.place:under(\"hq\")",
            "field.cost>=\"5.00 EUR\"",
            "field.urgent:true",
            "priority>=high",
            "field.colours:red",
            "requester:me",
            "type:incident");

    private static final List<String> ROLES = List.of("customer", "agent", "manager");

    private final Random random;

    public RandomForms(Random random) {
        this.random = random;
    }

    private static List<FieldOption> options(String... keys) {
        List<FieldOption> options = new ArrayList<>();
        for (int i = 0; i < keys.length; i++) {
            options.add(FieldOption.of(keys[i], i + 1));
        }
        return options;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean often(int percent) {
        return random.nextInt(100) < percent;
    }

    public FormDefinition form() {
        List<String> keys = new ArrayList<>();
        FIELDS.forEach(field -> keys.add(field.key()));
        Collections.shuffle(keys, random);
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("subject", false, Required.NEVER, false, ""));
        for (String key : keys.subList(0, 4 + random.nextInt(keys.size() - 3))) {
            lines.add(new Line(
                    "field." + key,
                    often(25),
                    one(List.of(Required.values())),
                    often(15),
                    often(25) ? one(VALUES.get(key)) : ""));
        }
        List<Rule> rules = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            rules.add(rule(lines));
        }
        return new FormDefinition(Set.of(), Set.of(), lines, rules);
    }

    private Rule rule(List<Line> lines) {
        List<Effect> effects = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            String field = lines.get(1 + random.nextInt(lines.size() - 1)).field();
            String key = field.substring("field.".length());
            Deed deed = one(List.of(Deed.values()));
            boolean chosen = List.of("device", "colours", "place", "cost").contains(key);
            if (deed == Deed.LIMIT && !chosen) {
                deed = Deed.SHOW;
            }
            List<String> limit = deed != Deed.LIMIT
                    ? List.of()
                    : key.equals("cost") ? List.of("EUR") : VALUES.get(key).subList(0, 1 + random.nextInt(2));
            effects.add(new Effect(deed, field, limit, deed == Deed.DEFAULT ? one(VALUES.get(key)) : ""));
        }
        return new Rule(
                "",
                often(30) ? Set.of(one(ROLES)) : Set.of(),
                often(20) ? one(CONDITIONS) : "",
                one(CONDITIONS),
                effects,
                often(15));
    }

    /** Changes of custom fields, sometimes of none. */
    public List<TicketChange> changes() {
        List<TicketChange> changes = new ArrayList<>();
        for (FieldDefinition field : FIELDS) {
            if (often(35)) {
                changes.add(
                        often(15)
                                ? new TicketChange.ClearField(field.key())
                                : new TicketChange.SetField(field.key(), value(field)));
            }
        }
        Collections.shuffle(changes, random);
        return changes;
    }

    private FieldValue value(FieldDefinition field) {
        String text = one(VALUES.get(field.key()));
        return switch (field.kind()) {
            case CHOICE, TREE -> field.option(text).orElseThrow().value();
            case CHOICES ->
                new FieldValue.Choices(often(50) ? List.of(text) : List.of(text, one(VALUES.get(field.key()))));
            case WHOLE -> new FieldValue.Whole(Long.parseLong(text));
            case MONEY -> FieldValue.Money.parse(text);
            case FLAG -> new FieldValue.Flag(Boolean.parseBoolean(text));
            case DECIMAL -> new FieldValue.Decimal(new BigDecimal(text));
            default -> new FieldValue.Text(text);
        };
    }
}
