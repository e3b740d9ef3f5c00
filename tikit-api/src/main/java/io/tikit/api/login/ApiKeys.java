package io.tikit.api.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.Role;
import java.time.Duration;
import java.util.List;

/**
 * Keys for programs (REQ-UM-012). One's own need a caller who is the user; those of services and of others the permission
 * to change administrators.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface ApiKeys {
    /**
     * Makes a key of the caller's own.
     *
     * @param wish what it is to be like
     * @return the key with its secret
     * @throws io.tikit.api.error.InvalidException if the wish is not acceptable
     * @throws io.tikit.api.error.NotPermittedException if the caller lacks a permission of the scope
     */
    MadeApiKey make(NewApiKey wish);

    /**
     * Makes a key of a part of the host that acts by itself.
     *
     * @param service what the host calls it, 1 to 60 characters; the actor of its events
     * @param role what it may do
     * @param wish what it is to be like
     * @return the key with its secret
     * @throws io.tikit.api.error.InvalidException if the wish is not acceptable
     */
    MadeApiKey makeForService(String service, Role role, NewApiKey wish);

    /**
     * The caller's own keys, latest first.
     *
     * @return at most 200 keys that are good
     */
    List<ApiKey> own();

    /**
     * The keys of all users and services, latest first.
     *
     * @return at most 200 keys that are good
     */
    List<ApiKey> all();

    /**
     * Gives a key a successor that is like it.
     *
     * @param key the present one
     * @param overlap for how long the present one still does, at most 30 days
     * @return the successor with its secret
     * @throws io.tikit.api.error.NotFoundException with code LOGIN_NOT_FOUND if there is no such key for this caller
     */
    MadeApiKey rotate(LoginId key, Duration overlap);

    /**
     * Ends a key at once.
     *
     * @param key which
     * @throws io.tikit.api.error.NotFoundException with code LOGIN_NOT_FOUND if there is no such key for this caller
     */
    void revoke(LoginId key);
}
