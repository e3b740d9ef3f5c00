package io.tikit.spi.condition;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.error.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks conditions before they are used: depth, size, known fields, values that fit.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class ConditionCheck {
    private final List<Violation> found = new ArrayList<>();
    private int nodes;

    private ConditionCheck() {}

    /**
     * Checks a condition over ticket fields.
     *
     * @param condition the condition
     * @return what is wrong; empty when it may be used
     */
    public static List<Violation> violations(Condition condition) {
        ConditionCheck check = new ConditionCheck();
        check.visit(condition, 1);
        return List.copyOf(check.found);
    }

    private void visit(Condition condition, int depth) {
        nodes++;
        if (depth > Condition.MAX_DEPTH || nodes > Condition.MAX_NODES) {
            if (found.stream().noneMatch(v -> v.key().equals("too_complex"))) {
                found.add(Violation.of(
                        "where",
                        "too_complex",
                        "a condition may be " + Condition.MAX_DEPTH + " deep and have " + Condition.MAX_NODES
                                + " parts"));
            }
            return;
        }
        if (condition instanceof Condition.All all) {
            all.parts().forEach(part -> visit(part, depth + 1));
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(part -> visit(part, depth + 1));
        } else if (condition instanceof Condition.Not not) {
            visit(not.part(), depth + 1);
        } else if (condition instanceof Condition.Compare compare) {
            field(compare.field(), List.of(compare.value()));
        } else if (condition instanceof Condition.OneOf oneOf) {
            if (oneOf.values().size() > Condition.MAX_VALUES) {
                found.add(Violation.of(
                        "where." + oneOf.field(),
                        "too_many",
                        "at most " + Condition.MAX_VALUES + " values, not "
                                + oneOf.values().size()));
            }
            field(oneOf.field(), oneOf.values());
        } else if (condition instanceof Condition.Present present) {
            field(present.field(), List.of());
        }
    }

    private void field(String key, List<FieldValue> values) {
        Optional<FieldKind> kind = TicketFieldCatalog.kind(key);
        if (kind.isEmpty()) {
            String shown = key.length() > 60 ? key.substring(0, 60) + "..." : key;
            found.add(Violation.of("where", "unknown_field", "there is no ticket field '" + shown + "'"));
            return;
        }
        for (FieldValue value : values) {
            if (!kind.get().accepts(value)) {
                found.add(Violation.of(
                        "where." + key,
                        "wrong_type",
                        "the field holds " + kind.get() + ", not "
                                + value.getClass().getSimpleName()));
            }
        }
    }
}
