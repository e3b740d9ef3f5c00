package io.tikit.core.pipeline;

import io.tikit.api.login.LoginId;
import io.tikit.api.people.UserId;
import java.util.Optional;
import java.util.Set;

/**
 * What a session or API key of the desk's own lets its holder do.
 *
 * @param login which one
 * @param actingFor as whom somebody acts, so that this person's permissions count
 * @param permissions the names of the permissions that it is limited to; empty for all that the role has
 */
public record Grant(LoginId login, Optional<UserId> actingFor, Optional<Set<String>> permissions) {}
