package io.tikit.jpa.ticket;

import io.tikit.api.condition.Condition;
import io.tikit.api.ticket.TicketFields;
import io.tikit.jpa.database.Dialect;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which index a list is read by. PostgreSQL finds it by itself. Derby prefers the index of a foreign key, which knows
 * nothing of the order, and sorts the whole queue for every page; so it is told.
 */
final class QueueIndex {
    private static final Map<String, String> INDEXES = Map.of(
            TicketFields.TEAM.key(), "tikit_ticket_by_team",
            TicketFields.ASSIGNEE.key(), "tikit_ticket_by_assignee",
            TicketFields.REQUESTER.key(), "tikit_ticket_by_requester",
            TicketFields.ORGANISATION.key(), "tikit_ticket_by_organisation");

    private QueueIndex() {}

    /** What stands behind the name of the table; empty when the database chooses. */
    static String hint(Dialect dialect, Condition where) {
        return anchor(where)
                .map(field -> dialect.byIndex(Objects.requireNonNull(INDEXES.get(field))))
                .orElse("");
    }

    /** The field that the condition fixes to one value, or to none. */
    private static Optional<String> anchor(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().flatMap(part -> anchor(part).stream()).findFirst();
        }
        if (condition instanceof Condition.Compare compare) {
            return compare.operator() == Condition.Operator.EQUAL ? known(compare.field()) : Optional.empty();
        }
        if (condition instanceof Condition.Not not && not.part() instanceof Condition.Present present) {
            return known(present.field());
        }
        return Optional.empty();
    }

    private static Optional<String> known(String field) {
        return INDEXES.containsKey(field) ? Optional.of(field) : Optional.empty();
    }
}
