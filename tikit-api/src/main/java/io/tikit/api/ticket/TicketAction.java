package io.tikit.api.ticket;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.Violation;
import java.util.List;
import java.util.Objects;

/**
 * Something that can be done to a ticket, and whether the caller may do it now.
 *
 * @param kind what
 * @param target the key of the field to change or of the status to go to; empty otherwise
 * @param label what a transition is called in the desk's workflow; empty if it says nothing, and for other actions
 * @param refusals what speaks against it, with keys that have texts in the desk's languages; empty if it may be done
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record TicketAction(Kind kind, String target, String label, List<Violation> refusals) {
    /** Copies the list. */
    public TicketAction {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(label, "label");
        refusals = List.copyOf(refusals);
    }

    /**
     * Something without a label of its own.
     *
     * @param kind what
     * @param target the key of the field to change; empty otherwise
     * @param refusals what speaks against it
     */
    public TicketAction(Kind kind, String target, List<Violation> refusals) {
        this(kind, target, "", refusals);
    }

    /**
     * Whether it may be done.
     *
     * @return whether nothing speaks against it
     */
    public boolean isEnabled() {
        return refusals.isEmpty();
    }

    /** What can be done. */
    public enum Kind {
        /** Write a reply. */
        REPLY,
        /** Write a note. */
        NOTE,
        /** Change a field, the assignee among them. */
        CHANGE,
        /** Go to another status. */
        TRANSITION,
        /** Take it from the queue; listed while nobody has it. */
        TAKE,
        /** Take it from whoever has it; listed while somebody else has it. */
        STEAL,
        /** Put it back into the queue; listed while somebody has it. */
        RELEASE
    }
}
