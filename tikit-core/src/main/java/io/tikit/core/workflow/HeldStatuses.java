package io.tikit.core.workflow;

import io.tikit.api.condition.Condition;
import io.tikit.api.error.Violation;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketType;
import io.tikit.spi.storage.TicketListing;
import io.tikit.spi.storage.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Lets no status go that tickets hold, unless a mapping says what follows it. Costs a look for each status that goes, and
 * nothing otherwise.
 */
final class HeldStatuses {
    private HeldStatuses() {}

    /**
     * What is wrong with a new set-up.
     *
     * @param concerns which types to look at
     */
    static List<Violation> findings(
            Lifecycle before, Lifecycle after, Predicate<TicketType> concerns, String path, UnitOfWork unit) {
        List<Violation> found = new ArrayList<>();
        for (TicketType type : TicketType.values()) {
            Workflow old = before.of(type);
            Workflow present = after.of(type);
            if (concerns.test(type) && !old.equals(present)) {
                for (Step step : old.steps()) {
                    finding(type, step, old, after, path, unit).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static Optional<Violation> finding(
            TicketType type, Step step, Workflow old, Lifecycle after, String path, UnitOfWork unit) {
        Workflow present = after.of(type);
        Workflow left = after.find(old.key()).orElse(old);
        boolean stays =
                present.state(step.status()).filter(step.state()::equals).isPresent();
        boolean follows = !present.has(step.status())
                && after.mapped(left, present, step.status()).isPresent();
        if (stays || follows || !isHeld(type, step, unit)) {
            return Optional.empty();
        }
        String name = type.name().toLowerCase(Locale.ROOT);
        return Optional.of(new Violation(
                path,
                "status_held",
                "tickets of the type " + name + " have the status '" + step.status()
                        + "'; retire it instead, keep its state, or say in a mapping of workflow '" + present.key()
                        + "' what follows it",
                Map.of("status", step.status().key(), "type", name)));
    }

    private static boolean isHeld(TicketType type, Step step, UnitOfWork unit) {
        Condition held = TicketFields.TYPE.is(type).and(TicketFields.STATUS.is(step.status()));
        return !unit.tickets()
                .list(new TicketListing(held, List.of(), Optional.empty(), 1))
                .isEmpty();
    }
}
