package io.tikit.jpa;

import java.sql.Statement;

/** Lets what is held for a while run out. */
final class Ending {
    private Ending() {}

    /** Ends all leases and all claims on timers, as if their time had passed. */
    static void all(JpaStorage storage) {
        storage.database().side().transaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate("UPDATE tikit_lease SET expires_at = 1 WHERE expires_at > 1")
                        + statement.executeUpdate("UPDATE tikit_timer SET claimed_until = 1 WHERE claimed_until > 1");
            }
        });
    }
}
