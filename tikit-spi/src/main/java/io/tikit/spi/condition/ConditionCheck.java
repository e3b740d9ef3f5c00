package io.tikit.spi.condition;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.ConditionUse;
import io.tikit.api.condition.FieldDefinition;
import io.tikit.api.condition.FieldInfo;
import io.tikit.api.condition.FieldKind;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.condition.Need;
import io.tikit.api.condition.TimePoint;
import io.tikit.api.error.Violation;
import io.tikit.api.ticket.TicketFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks conditions before they are used: depth, size, known fields, values that fit, and that a use has at hand what
 * the condition needs. However deep a condition is, the check goes no deeper than {@link Condition#MAX_DEPTH}.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class ConditionCheck {
    private static final int LONGEST_WORDS = 500;
    private static final Set<String> UNRECORDED = Set.of(
            TicketFields.NUMBER.key(),
            TicketFields.STATE.key(),
            TicketFields.SUBMITTER.key(),
            TicketFields.CREATED.key(),
            TicketFields.UPDATED.key(),
            TicketFields.RESOLVED.key());
    private static final Set<String> IN_HISTORY =
            Set.of(TicketFields.STATUS.key(), TicketFields.TEAM.key(), TicketFields.ASSIGNEE.key());

    private final FieldCatalog catalog;
    private final List<Violation> found = new ArrayList<>();
    private final Set<Need> needs = EnumSet.noneOf(Need.class);
    private boolean custom;
    private int nodes;

    private ConditionCheck(FieldCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Checks a condition over the state of a ticket whose custom fields have no definition.
     *
     * @param condition the condition
     * @return what is wrong; empty when it may be used
     */
    public static List<Violation> violations(Condition condition) {
        return violations(condition, ConditionUse.of("ticket alone", Need.STATE), FieldCatalog.untyped());
    }

    /**
     * Checks a condition for a use.
     *
     * @param condition the condition
     * @param use what it is for
     * @param catalog the fields of the desk
     * @return what is wrong, with paths that begin with {@code where}; empty when it may be used
     */
    public static List<Violation> violations(Condition condition, ConditionUse use, FieldCatalog catalog) {
        ConditionCheck check = new ConditionCheck(catalog);
        check.visit(condition, 1);
        if (check.found.isEmpty()) {
            check.checkUse(condition, use);
        }
        return List.copyOf(check.found);
    }

    /**
     * Checks the form of a condition, whatever it is for.
     *
     * @param condition the condition
     * @param catalog the fields of the desk
     * @return what is wrong, with paths that begin with {@code where}; empty when some use may take it
     */
    public static List<Violation> form(Condition condition, FieldCatalog catalog) {
        ConditionCheck check = new ConditionCheck(catalog);
        check.visit(condition, 1);
        return List.copyOf(check.found);
    }

    /**
     * What must be at hand to decide a condition.
     *
     * @param condition a condition that is neither too deep nor too large; what lies deeper is not looked at
     * @return the needs of its parts, at least {@link Need#STATE}
     */
    public static Set<Need> needs(Condition condition) {
        ConditionCheck check = new ConditionCheck(FieldCatalog.untyped());
        check.visit(condition, 1);
        Set<Need> needs = EnumSet.of(Need.STATE);
        needs.addAll(check.needs);
        return Set.copyOf(needs);
    }

    /**
     * Tells whether a condition is too deep or too large.
     *
     * @param condition any condition
     * @return whether it is
     */
    public static boolean isTooComplex(Condition condition) {
        ConditionCheck check = new ConditionCheck(FieldCatalog.untyped());
        check.visit(condition, 1);
        return check.found.stream().anyMatch(v -> v.key().equals("too_complex"));
    }

    private void checkUse(Condition condition, ConditionUse use) {
        for (Need need : needs) {
            if (need != Need.STATE && !use.takes().contains(need)) {
                add(
                        "where",
                        "not_taken",
                        "a " + use.name() + " cannot decide a condition that needs " + need,
                        Map.of("use", use.name(), "need", need.name()));
            }
        }
        if (custom && !use.customFields()) {
            add(
                    "where",
                    "custom_field",
                    "a " + use.name() + " knows built-in fields only; use search().filter for custom ones",
                    Map.of("use", use.name()));
        }
        if (use.anchored() && !Anchors.isAnchored(condition)) {
            add(
                    "where",
                    "no_anchor",
                    "a " + use.name()
                            + " must fix the team, assignee or requester; use search().filter for free conditions",
                    Map.of("use", use.name()));
        }
    }

    private void add(String path, String key, String message, Map<String, Object> parameters) {
        found.add(new Violation(path, key, message, parameters));
    }

    private void visit(Condition condition, int depth) {
        nodes++;
        if (depth > Condition.MAX_DEPTH || nodes > Condition.MAX_NODES) {
            if (found.stream().noneMatch(v -> v.key().equals("too_complex"))) {
                add(
                        "where",
                        "too_complex",
                        "a condition may be " + Condition.MAX_DEPTH + " deep and have " + Condition.MAX_NODES
                                + " parts",
                        Map.of("depth", Condition.MAX_DEPTH, "parts", Condition.MAX_NODES));
            }
            return;
        }
        if (condition instanceof Condition.All all) {
            visit(all.parts(), depth + 1);
        } else if (condition instanceof Condition.Any any) {
            visit(any.parts(), depth + 1);
        } else if (condition instanceof Condition.Not not) {
            visit(not.part(), depth + 1);
        } else {
            leaf(condition);
        }
    }

    private void visit(List<Condition> parts, int depth) {
        for (Condition part : parts) {
            // Whatever its size, a tree that is too large is left after the first part too many.
            if (nodes > Condition.MAX_NODES) {
                return;
            }
            visit(part, depth);
        }
    }

    private void leaf(Condition condition) {
        if (condition instanceof Condition.Compare compare) {
            field(compare.field(), List.of(compare.value()))
                    .ifPresent(field -> ordered(field, compare.operator() == Condition.Operator.EQUAL));
        } else if (condition instanceof Condition.OneOf oneOf) {
            oneOf(oneOf);
        } else if (condition instanceof Condition.Present present) {
            field(present.field(), List.of());
        } else if (condition instanceof Condition.Within within) {
            times(within.field(), List.of(within.from(), within.to()));
        } else if (condition instanceof Condition.CompareTime compare) {
            times(compare.field(), List.of(compare.time()));
        } else if (condition instanceof Condition.Mine mine) {
            field(mine.field(), List.of()).ifPresent(field -> kinds(field, FieldKind.ID, FieldKind.USER));
        } else if (condition instanceof Condition.Under under) {
            field(under.field(), List.of(under.root()));
        } else if (condition instanceof Condition.Has has) {
            has(has);
        } else if (condition instanceof Condition.Words words) {
            needs.add(Need.TEXT);
            length("where", words.text(), words.text().isBlank(), LONGEST_WORDS);
        } else if (condition instanceof Condition.Changed changed) {
            changed(changed);
        } else if (condition instanceof Condition.Was was) {
            was(was);
        }
    }

    private void oneOf(Condition.OneOf oneOf) {
        if (oneOf.values().size() > Condition.MAX_VALUES) {
            add(
                    "where." + shown(oneOf.field()),
                    "too_many",
                    "at most " + Condition.MAX_VALUES + " values, not "
                            + oneOf.values().size(),
                    Map.of("max", Condition.MAX_VALUES, "count", oneOf.values().size()));
        }
        field(oneOf.field(), oneOf.values());
    }

    private void ordered(FieldInfo field, boolean equality) {
        if (!equality && !field.kind().isOrdered()) {
            add(
                    "where." + field.key(),
                    "no_order",
                    "values of " + field.kind() + " are equal or not, none is above",
                    Map.of("field", field.key(), "kind", field.kind().name()));
        }
    }

    private void times(String key, List<TimePoint> points) {
        Optional<FieldInfo> field = field(key, List.of());
        if (field.isEmpty()) {
            return;
        }
        kinds(field.get(), FieldKind.MOMENT, FieldKind.DAY);
        boolean instants =
                points.stream().anyMatch(point -> point instanceof TimePoint.At || point instanceof TimePoint.Now);
        if (field.get().kind() == FieldKind.DAY && instants) {
            add(
                    "where." + key,
                    "wrong_type",
                    "the field holds days; compare it with days, such as today-1d",
                    Map.of("wanted", FieldKind.DAY.name(), "given", FieldKind.MOMENT.name()));
        }
    }

    private void kinds(FieldInfo field, FieldKind... kinds) {
        if (field.kind() != FieldKind.ANY && !List.of(kinds).contains(field.kind())) {
            add(
                    "where." + field.key(),
                    "wrong_type",
                    "the field holds " + field.kind() + ", not " + List.of(kinds),
                    Map.of(
                            "wanted",
                            field.kind().name(),
                            "given",
                            Arrays.stream(kinds).map(FieldKind::name).toList()));
        }
    }

    private void has(Condition.Has has) {
        field(has.field(), List.of()).ifPresent(field -> {
            FieldDefinition definition = field.definition();
            if (definition.kind() != FieldKind.TEXT || definition.longest() > FieldDefinition.SHORT) {
                add(
                        "where." + has.field(),
                        "not_short_text",
                        "only a field defined as text of at most " + FieldDefinition.SHORT
                                + " characters can be asked for what it contains",
                        Map.of("field", has.field(), "max", FieldDefinition.SHORT));
            }
        });
        length("where." + shown(has.field()), has.text(), Fold.of(has.text()).isEmpty(), FieldDefinition.SHORT);
    }

    private void length(String path, String text, boolean blank, int most) {
        if (blank) {
            add(path, "required", "a text to look for must not be blank", Map.of());
        } else if (text.length() > most) {
            add(
                    path,
                    "too_long",
                    "a text to look for has at most " + most + " characters, not " + text.length(),
                    Map.of("max", most, "length", text.length()));
        }
    }

    private void changed(Condition.Changed changed) {
        needs.add(Need.CHANGE);
        List<FieldValue> values = new ArrayList<>();
        changed.from().value().ifPresent(values::add);
        changed.to().value().ifPresent(values::add);
        field(changed.field(), values);
        if (UNRECORDED.contains(changed.field()) || FieldCatalog.isHost(changed.field())) {
            add(
                    "where." + changed.field(),
                    "not_recorded",
                    "events do not record changes of '" + changed.field() + "'",
                    Map.of("field", changed.field()));
        }
    }

    private void was(Condition.Was was) {
        needs.add(Need.HISTORY);
        field(was.field(), List.of(was.value()));
        if (!IN_HISTORY.contains(was.field())) {
            add(
                    "where." + shown(was.field()),
                    "no_history",
                    "the history of " + IN_HISTORY + " alone is kept",
                    Map.of("field", shown(was.field())));
        }
    }

    private Optional<FieldInfo> field(String key, List<FieldValue> values) {
        Optional<FieldInfo> field = catalog.find(key);
        if (field.isEmpty()) {
            add("where", "unknown_field", "there is no ticket field '" + shown(key) + "'", Map.of("field", shown(key)));
            return field;
        }
        needs.add(field.get().need());
        custom |= key.startsWith(TicketFields.CUSTOM_PREFIX);
        for (FieldValue value : values) {
            if (!field.get().kind().accepts(value)) {
                add(
                        "where." + key,
                        "wrong_type",
                        "the field holds " + field.get().kind() + ", not "
                                + value.getClass().getSimpleName(),
                        Map.of(
                                "wanted",
                                field.get().kind().name(),
                                "given",
                                value.getClass().getSimpleName().toUpperCase(Locale.ROOT)));
            }
        }
        return field;
    }

    private static String shown(String key) {
        return key.length() > 60 ? key.substring(0, 60) + "..." : key;
    }
}
