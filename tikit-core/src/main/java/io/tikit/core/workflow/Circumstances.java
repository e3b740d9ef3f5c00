package io.tikit.core.workflow;

import io.tikit.api.conversation.EntryKind;
import io.tikit.spi.condition.Binding;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What comes with a change of a ticket that its workflow asks about.
 *
 * @param entry what is written with the change
 * @param binding settles times and subtrees in guards
 */
public record Circumstances(Optional<EntryKind> entry, Supplier<Binding> binding) {
    boolean writes(Transition.EntryNeed need) {
        return switch (need) {
            case NONE -> true;
            case REPLY -> entry.filter(kind -> kind != EntryKind.NOTE).isPresent();
            case NOTE -> entry.isPresent();
        };
    }
}
