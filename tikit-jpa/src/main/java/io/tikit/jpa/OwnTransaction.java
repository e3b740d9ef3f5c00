package io.tikit.jpa;

import io.tikit.jpa.outbox.Waiting;
import io.tikit.jpa.session.Session;

/** The unit has a transaction of its own, or none when it only reads. */
final class OwnTransaction implements UnitTransaction {
    private final Waiting waiting;

    OwnTransaction(Waiting waiting) {
        this.waiting = waiting;
    }

    @Override
    public void commit(Session session, Waiting.Leaving leaving) {
        if (leaving.isEmpty()) {
            session.commit();
            return;
        }
        waiting.announced(leaving);
        boolean done = false;
        try {
            session.commit();
            done = true;
        } finally {
            if (done) {
                waiting.committed(leaving);
            } else {
                // A connection lost in the middle of a commit leaves the outcome open.
                waiting.unknown(leaving);
            }
        }
    }

    @Override
    public void close(Session session) {
        session.close();
    }
}
