package io.tikit.jpa;

import io.tikit.jpa.outbox.Waiting;
import io.tikit.jpa.session.Session;

/** The unit has a transaction of its own, or none when it only reads. */
final class OwnTransaction implements UnitTransaction {
    private final Waiting waiting;
    private boolean settled;

    OwnTransaction(Waiting waiting) {
        this.waiting = waiting;
    }

    @Override
    public void commit(Session session, Waiting.Leaving leaving) {
        settled = true;
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
    public void close(Session session, Waiting.Leaving leaving) {
        try {
            session.close();
        } finally {
            if (!settled) {
                waiting.rolledBack(leaving);
            }
        }
    }
}
