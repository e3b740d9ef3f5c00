package io.tikit.spi.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tokens by the hashes of their secrets.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface TokenRows {
    /**
     * Finds a token by its secret.
     *
     * @param kind what it must be for
     * @param hash the hash of the secret
     * @return the token, ended or not; or empty
     */
    Optional<LoginToken> find(LoginToken.Kind kind, String hash);

    /**
     * Finds a token.
     *
     * @param id its id
     * @return the token, ended or not; or empty
     */
    Optional<LoginToken> find(UUID id);

    /**
     * Inserts a token. A hash that is taken shows at the commit or before, as STORAGE_CONFLICT.
     *
     * @param token the token
     */
    void insert(LoginToken token);

    /**
     * Says that a token was used.
     *
     * @param id which
     * @param seenAt when
     * @param before nothing is written if it was used at this instant or later
     * @return whether it was written
     */
    boolean touch(UUID id, Instant seenAt, Instant before);

    /**
     * Changes when a token ends and what else is kept of it.
     *
     * @param token the token; all but end and details stays as it is
     * @return whether there is such a token
     */
    boolean update(LoginToken token);

    /**
     * Deletes a token; of several who delete it at once, one does.
     *
     * @param id which
     * @return whether this unit did
     */
    boolean delete(UUID id);

    /**
     * Deletes all tokens of a kind that somebody has.
     *
     * @param kind which
     * @param user whose
     * @param but one that stays, if given
     * @return how many
     */
    int deleteAll(LoginToken.Kind kind, UserId user, Optional<UUID> but);

    /**
     * Lists tokens, latest first.
     *
     * @param kind which
     * @param user whose; empty for those of everybody and nobody
     * @param before the last id of the page before
     * @param limit how many at most
     * @return the tokens, ended ones as well
     */
    List<LoginToken> list(LoginToken.Kind kind, Optional<UserId> user, Optional<UUID> before, int limit);

    /**
     * Deletes tokens that ended long ago.
     *
     * @param before those that ended before
     * @param limit how many at most
     * @return how many
     */
    int sweep(Instant before, int limit);
}
