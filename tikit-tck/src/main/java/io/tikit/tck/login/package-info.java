/**
 * What a list of breached passwords must keep, {@link io.tikit.tck.login.BreachListContract}, and whoever checks passkeys, {@link io.tikit.tck.login.PasskeyVerifierContract}. Beside it stands a browser
 * with a device in one, {@link io.tikit.tck.login.SoftAuthenticator}, for tests of whoever lets people in by passkeys.
 */
@NullMarked
package io.tikit.tck.login;

import org.jspecify.annotations.NullMarked;
