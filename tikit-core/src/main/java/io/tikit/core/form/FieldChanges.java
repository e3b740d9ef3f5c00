package io.tikit.core.form;

import io.tikit.api.category.CategoryId;
import io.tikit.api.condition.FieldValue;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketFields;
import io.tikit.api.ticket.TicketType;
import io.tikit.spi.condition.TicketFieldCatalog;
import java.util.List;
import java.util.Optional;

/** Between the fields that stand on forms and the changes of tickets. */
public final class FieldChanges {
    /** The built-in fields that a form can have, in the order in which they stand when a desk has no form. */
    public static final List<String> BUILT_IN = List.of(
            TicketFields.SUBJECT.key(),
            TicketFields.TYPE.key(),
            TicketFields.PRIORITY.key(),
            TicketFields.REQUESTER.key(),
            TicketFields.CATEGORY.key(),
            TicketFields.ORGANISATION.key(),
            TicketFields.TEAM.key(),
            TicketFields.ASSIGNEE.key());

    private FieldChanges() {}

    /** The change that gives a field a value; empty if no change can. */
    static Optional<TicketChange> set(String field, FieldValue value) {
        Optional<String> custom = TicketFieldCatalog.customKey(field);
        if (custom.isPresent()) {
            return Optional.of(new TicketChange.SetField(custom.get(), value));
        }
        if (value instanceof FieldValue.Choice choice) {
            return field.equals(TicketFields.PRIORITY.key())
                    ? Optional.of(new TicketChange.SetPriority(Priority.valueOf(choice.name())))
                    : field.equals(TicketFields.TYPE.key())
                            ? Optional.of(new TicketChange.SetType(TicketType.valueOf(choice.name())))
                            : Optional.empty();
        }
        if (value instanceof FieldValue.Id id) {
            if (field.equals(TicketFields.CATEGORY.key())) {
                return Optional.of(new TicketChange.SetCategory(new CategoryId(id.value())));
            } else if (field.equals(TicketFields.ORGANISATION.key())) {
                return Optional.of(new TicketChange.SetOrganisation(new OrganisationId(id.value())));
            } else if (field.equals(TicketFields.TEAM.key())) {
                return Optional.of(new TicketChange.SetTeam(new TeamId(id.value())));
            } else if (field.equals(TicketFields.ASSIGNEE.key())) {
                return Optional.of(new TicketChange.SetAssignee(new UserId(id.value())));
            }
        }
        return Optional.empty();
    }

    /** Some change of a field of a ticket, whose value does not matter, to ask whether it may be made. */
    public static TicketChange some(String field, Ticket ticket) {
        Optional<String> custom = TicketFieldCatalog.customKey(field);
        if (custom.isPresent()) {
            return new TicketChange.ClearField(custom.get());
        } else if (field.equals(TicketFields.SUBJECT.key())) {
            return new TicketChange.SetSubject(ticket.subject());
        } else if (field.equals(TicketFields.TYPE.key())) {
            return new TicketChange.SetType(ticket.summary().type());
        } else if (field.equals(TicketFields.PRIORITY.key())) {
            return new TicketChange.SetPriority(ticket.priority());
        } else if (field.equals(TicketFields.REQUESTER.key())) {
            return new TicketChange.SetRequester(ticket.requester());
        } else if (field.equals(TicketFields.TEAM.key())) {
            return new TicketChange.ClearTeam();
        } else if (field.equals(TicketFields.ASSIGNEE.key())) {
            return new TicketChange.ClearAssignee();
        } else if (field.equals(TicketFields.CATEGORY.key())) {
            return new TicketChange.ClearCategory();
        }
        return new TicketChange.ClearOrganisation();
    }
}
