package io.tikit.core.condition;

import io.tikit.api.condition.Condition;
import io.tikit.api.condition.ConditionUse;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.ticket.Ticket;
import io.tikit.spi.condition.Binding;
import io.tikit.spi.condition.CompiledCondition;
import io.tikit.spi.condition.ConditionCheck;
import io.tikit.spi.condition.ConditionInput;
import io.tikit.spi.condition.ConditionInterpreter;
import io.tikit.spi.condition.FieldCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A condition of a document, made ready to be asked of many tickets. Times and subtrees in it are settled only when it has
 * any. Safe for use by several threads.
 */
@FunctionalInterface
public interface ReadyCondition {
    /** Whether the condition holds for a ticket. */
    boolean holds(Ticket ticket, Supplier<Binding> binding);

    /** Makes a condition ready that was found to be right when it was saved. */
    static ReadyCondition of(String text, FieldCatalog fields) {
        Condition condition = ConditionText.parse(text, fields);
        if (Binding.isBound(condition)) {
            CompiledCondition compiled = CompiledCondition.of(condition);
            return (ticket, binding) -> compiled.holds(ticket);
        }
        return (ticket, binding) ->
                ConditionInterpreter.holds(binding.get().bind(condition), ConditionInput.of(ticket));
    }

    /** What is wrong with a condition within a body, at the place where it stands. */
    static List<Violation> findings(String path, String text, ConditionUse use, FieldCatalog fields) {
        List<Violation> found = new ArrayList<>();
        try {
            found.addAll(ConditionCheck.violations(ConditionText.parse(text, fields), use, fields));
        } catch (InvalidException e) {
            found.addAll(e.violations());
        }
        return found.stream()
                .map(v -> new Violation(path, v.key(), v.message(), v.parameters()))
                .toList();
    }
}
