package io.tikit.api.conversation;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * What an entry is.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum EntryKind {
    /** What the ticket was opened with. */
    DESCRIPTION(true),
    /** Written to everybody on the ticket. */
    REPLY(true),
    /** Written among agents; invisible to customers on every path (REQ-CC-005). */
    NOTE(false);

    private final boolean visibleToCustomers;

    EntryKind(boolean visibleToCustomers) {
        this.visibleToCustomers = visibleToCustomers;
    }

    /**
     * Tells whether customers may read it.
     *
     * @return false for notes
     */
    public boolean isPublic() {
        return visibleToCustomers;
    }
}
