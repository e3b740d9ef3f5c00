package io.tikit.core.search;

import io.tikit.api.condition.Condition;

/** Words within conditions, which the index alone can find. */
final class Words {
    private Words() {}

    /**
     * What must still hold of a ticket that the index found: its word on words is taken, all else is checked again. Of
     * whatever the condition holds, this holds too.
     */
    static Condition believed(Condition condition) {
        return believed(condition, true);
    }

    private static Condition believed(Condition condition, boolean wanted) {
        if (condition instanceof Condition.All all) {
            return new Condition.All(
                    all.parts().stream().map(part -> believed(part, wanted)).toList());
        }
        if (condition instanceof Condition.Any any) {
            return new Condition.Any(
                    any.parts().stream().map(part -> believed(part, wanted)).toList());
        }
        if (condition instanceof Condition.Not not) {
            return new Condition.Not(believed(not.part(), !wanted));
        }
        if (condition instanceof Condition.Words) {
            return wanted ? Condition.always() : Condition.never();
        }
        return condition;
    }
}
