/**
 * Signing in, for hosts that do not know their people themselves. A host that does needs nothing of this: it makes its
 * own {@link io.tikit.api.Caller}. Everybody else begins at {@link io.tikit.api.Tikit#logins}: {@link
 * io.tikit.api.login.Logins} knows nobody yet and answers step by step with a {@link io.tikit.api.login.LoginResult}.
 * Whoever is in looks after their own sessions and passwords by {@link io.tikit.api.login.OwnLogin}; administrators look
 * after those of others by {@link io.tikit.api.login.LoginAdministration}. What a desk demands of passwords and sessions
 * is its {@link io.tikit.api.login.LoginPolicy}, a document of the configuration.
 */
@NullMarked
package io.tikit.api.login;

import org.jspecify.annotations.NullMarked;
