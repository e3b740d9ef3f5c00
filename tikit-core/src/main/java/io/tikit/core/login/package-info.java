/**
 * Signing in for hosts that leave it to the desk. Read {@link io.tikit.core.login.Door} first: it takes a name and a
 * password through the throttle, the hasher and the rules of the desk to a session. What a session is worth at each call
 * is settled by {@link io.tikit.core.login.LoginGrants}. Hashing happens outside of units of work; what must be counted
 * is counted before, so that no number of callers at once gets more tries than the desk allows.
 */
@NullMarked
package io.tikit.core.login;

import org.jspecify.annotations.NullMarked;
