/**
 * Signing in for hosts that leave it to the desk. Read {@link io.tikit.core.login.Door} first: it takes a name and a
 * password through the throttle, the hasher and the rules of the desk to a session. What a session is worth at each call
 * is settled by {@link io.tikit.core.login.LoginGrants}. Hashing happens outside of units of work; what must be counted
 * is counted before, so that no number of callers at once gets more tries than the desk allows.
 *
 * <p>Order of locks: a unit that changes anything of somebody's sign-in holds the account first
 * ({@link io.tikit.core.login.Factors#lock}, or {@link io.tikit.core.login.Throttle#charge}, which begins with it), then
 * what is theirs (where they came from before, steps, sessions, factors, passwords), and what many share, the address,
 * last. So no two units wait for each other, and of two that meet the later sees all of the earlier: what begins under a
 * password or factor either is there when an administrator or owner takes that away, and is ended by it, or comes after
 * and is refused.
 */
@NullMarked
package io.tikit.core.login;

import org.jspecify.annotations.NullMarked;
