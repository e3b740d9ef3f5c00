package io.tikit.core.interceptor;

import io.tikit.api.condition.FieldValue;
import io.tikit.api.ticket.TicketChange;
import java.util.Optional;

/** Tells what a change gives its field. */
final class ChangeValues {
    private ChangeValues() {}

    static Optional<FieldValue> of(TicketChange change) {
        if (change instanceof TicketChange.SetSubject set) {
            return Optional.of(new FieldValue.Text(set.value()));
        } else if (change instanceof TicketChange.SetType set) {
            return Optional.of(FieldValue.Choice.of(set.value()));
        } else if (change instanceof TicketChange.SetPriority set) {
            return Optional.of(FieldValue.Choice.of(set.value()));
        } else if (change instanceof TicketChange.SetStatus set) {
            return Optional.of(new FieldValue.Text(set.value().key()));
        } else if (change instanceof TicketChange.SetRequester set) {
            return Optional.of(new FieldValue.Id(set.value().value()));
        } else if (change instanceof TicketChange.SetTeam set) {
            return Optional.of(new FieldValue.Id(set.value().value()));
        } else if (change instanceof TicketChange.SetAssignee set) {
            return Optional.of(new FieldValue.Id(set.value().value()));
        } else if (change instanceof TicketChange.SetCategory set) {
            return Optional.of(new FieldValue.Id(set.value().value()));
        } else if (change instanceof TicketChange.SetOrganisation set) {
            return Optional.of(new FieldValue.Id(set.value().value()));
        } else if (change instanceof TicketChange.SetField set) {
            return Optional.of(set.value());
        }
        return Optional.empty();
    }
}
