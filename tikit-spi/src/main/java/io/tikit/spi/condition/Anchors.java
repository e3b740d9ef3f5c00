package io.tikit.spi.condition;

import io.tikit.api.condition.Condition;
import io.tikit.api.condition.FieldInfo;

/** Whether a condition fixes who has the ticket. For conditions that are not too deep. */
final class Anchors {
    private Anchors() {}

    /** A part that always holds must fix who has the ticket; with alternatives, each must. */
    static boolean isAnchored(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().anyMatch(Anchors::isAnchored);
        }
        if (condition instanceof Condition.Any any) {
            return !any.parts().isEmpty() && any.parts().stream().allMatch(Anchors::isAnchored);
        }
        if (condition instanceof Condition.Not not) {
            return not.part() instanceof Condition.Present present && anchor(present.field());
        }
        if (condition instanceof Condition.Compare compare) {
            return compare.operator() == Condition.Operator.EQUAL && anchor(compare.field());
        }
        if (condition instanceof Condition.Mine mine) {
            return anchor(mine.field());
        }
        if (condition instanceof Condition.Under under) {
            return anchor(under.field());
        }
        return condition instanceof Condition.OneOf oneOf && anchor(oneOf.field());
    }

    private static boolean anchor(String field) {
        FieldInfo known = BuiltInFields.ALL.get(field);
        return known != null && known.anchor();
    }
}
