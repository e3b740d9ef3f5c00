package io.tikit.jpa.outbox;

import io.tikit.spi.storage.Leases;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where the sequencer finds changes that are committed and have no position. */
interface ChangeSource {
    /** Called before a transaction of the sequencer. */
    void prepare(Leases.Lease lease);

    /** Committed changes, those of each ticket in the order of their commits. */
    List<Waiting.Change> take(Connection connection, int limit) throws SQLException;

    /** Changes that were given positions for good. */
    void taken(List<Waiting.Change> changes);

    /** When the oldest happened. */
    Optional<Instant> oldest(Connection connection) throws SQLException;
}
