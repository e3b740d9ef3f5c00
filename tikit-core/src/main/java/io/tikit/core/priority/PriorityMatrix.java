package io.tikit.core.priority;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Ticket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which priority follows from two choices of a ticket: the body of {@code priority-matrix/desk}.
 *
 * @param urgency the key of the custom field that says how soon
 * @param impact the key of the custom field that says for how many
 * @param cells the priority by the option of the urgency, then by that of the impact
 */
record PriorityMatrix(String urgency, String impact, Map<String, Map<String, Priority>> cells) {
    static final String KIND = "priority-matrix";
    static final DocumentKey DOCUMENT = new DocumentKey(KIND, "desk");

    PriorityMatrix {
        Map<String, Map<String, Priority>> copy = new LinkedHashMap<>();
        cells.forEach((option, row) -> copy.put(option, new LinkedHashMap<>(row)));
        cells = copy;
    }

    /** What follows for a ticket; empty if it lacks one of the two, or its cell. */
    Optional<Priority> of(Ticket ticket) {
        return option(ticket, urgency)
                .map(cells::get)
                .flatMap(row -> option(ticket, impact).map(row::get));
    }

    private static Optional<String> option(Ticket ticket, String field) {
        return ticket.field(field)
                .filter(FieldValue.Choice.class::isInstance)
                .map(value -> ((FieldValue.Choice) value).name());
    }
}
