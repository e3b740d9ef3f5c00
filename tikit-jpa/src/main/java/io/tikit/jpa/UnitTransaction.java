package io.tikit.jpa;

import io.tikit.jpa.outbox.Waiting;
import io.tikit.jpa.session.Session;

/** How a unit ends. */
interface UnitTransaction {
    /** Makes what the session wrote true, and says so to whoever waits for what the unit leaves behind. */
    void commit(Session session, Waiting.Leaving leaving);

    /** Ends the session; nothing of it remains if it was not committed. */
    void close(Session session, Waiting.Leaving leaving);
}
