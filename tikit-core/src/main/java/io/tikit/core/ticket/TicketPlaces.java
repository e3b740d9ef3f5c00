package io.tikit.core.ticket;

import io.tikit.api.category.Category;
import io.tikit.api.people.Organisation;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.TicketChange;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Violations;
import io.tikit.core.tree.Trees;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The category of a ticket, which is checked in memory, and the organisation, which follows the requester. */
final class TicketPlaces {
    private final Trees trees;

    @Inject
    TicketPlaces(Trees trees) {
        this.trees = trees;
    }

    /** The organisation of a requester's new tickets, which comes with the requester. */
    static Optional<OrganisationId> ofRequester(UserId requester, Execution execution) {
        return execution.user(requester).flatMap(User::organisation);
    }

    /** What follows from changes: with another requester, the ticket belongs to that one's organisation. */
    static List<TicketChange> following(List<TicketChange> changes, Execution execution) {
        Optional<UserId> requester = Optional.empty();
        for (TicketChange change : changes) {
            if (change instanceof TicketChange.SetRequester set) {
                requester = Optional.of(set.value());
            }
        }
        return requester
                .map(user -> ofRequester(user, execution)
                        .map(id -> (TicketChange) new TicketChange.SetOrganisation(id))
                        .orElseGet(TicketChange.ClearOrganisation::new))
                .map(List::of)
                .orElse(List.of());
    }

    /** Category and organisation that changes name must be there and in use. */
    void check(List<TicketChange> changes, Execution execution, Violations found) {
        for (TicketChange change : changes) {
            if (change instanceof TicketChange.SetCategory set) {
                Optional<Category> category = trees.of(execution).category(set.value());
                if (category.filter(known -> !known.retired()).isEmpty()) {
                    found.add(
                            "category",
                            "unknown_category",
                            "category " + set.value() + " is unknown or retired",
                            Map.of("category", set.value().toString()));
                }
            } else if (change instanceof TicketChange.SetOrganisation set) {
                Optional<Organisation> organisation =
                        execution.unit().organisations().find(set.value());
                if (organisation.filter(known -> !known.retired()).isEmpty()) {
                    found.add(
                            "organisation",
                            "unknown_organisation",
                            "organisation " + set.value() + " is unknown or retired",
                            Map.of("organisation", set.value().toString()));
                }
            }
        }
    }
}
