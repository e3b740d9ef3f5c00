package io.tikit.spi.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.login.LoginEntry;
import io.tikit.api.people.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The history of logins.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface LoginHistory {
    /**
     * Appends a line.
     *
     * @param entry the line; address at most 45, agent at most 300 and channel at most 30 characters
     */
    void insert(LoginEntry entry);

    /**
     * Lists lines, latest first.
     *
     * @param user whose; empty for all
     * @param before the last id of the page before
     * @param limit how many at most
     * @return the lines
     */
    List<LoginEntry> page(Optional<UserId> user, Optional<UUID> before, int limit);

    /**
     * Deletes old lines.
     *
     * @param before those from before
     * @param limit how many at most
     * @return how many
     */
    int sweep(Instant before, int limit);
}
