package io.tikit.api.form;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.UpdateTicket;

/**
 * Forms for screens (REQ-TM-003, REQ-TM-005). What a form is, is decided by the same evaluation that commands are held to: a
 * command that the model has nothing against is not refused for its form, and what the model does not offer is refused on
 * every way in. Safe for use by several threads; the models read alone.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Forms {
    /**
     * The form of a ticket that is about to be opened. Ask again when a value changes: fields come and go with it.
     *
     * @param draft the command as it is so far; subject and description may still be empty
     * @return the form for the type of the draft, with the values of the draft and its defaults
     * @throws io.tikit.api.error.NotPermittedException if the caller may not open tickets for this requester
     */
    FormModel model(CreateTicket draft);

    /**
     * The form of a ticket that is being edited.
     *
     * @param edits the command as it is so far; may have no changes yet
     * @return the form for the ticket as it would be, restricted to fields that the caller may read
     * @throws io.tikit.api.error.NotFoundException if there is no such ticket for the caller
     */
    FormModel model(UpdateTicket edits);

    /**
     * Moves values of one custom field into another, one bounded step; each moved value is a change of its ticket with its
     * event.
     *
     * @param command which, and from where
     * @return what the step came to, and where the next one begins
     * @throws io.tikit.api.error.NotPermittedException if the caller may not change the configuration
     * @throws io.tikit.api.error.InvalidException if one of the fields is not defined, or the other one is retired
     */
    FieldMigration migrate(MigrateField command);
}
