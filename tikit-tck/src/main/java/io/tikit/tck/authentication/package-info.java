/**
 * What every authenticator must keep: {@link io.tikit.tck.authentication.AuthenticatorContract}.
 */
@NullMarked
package io.tikit.tck.authentication;

import org.jspecify.annotations.NullMarked;
