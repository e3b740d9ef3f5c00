/**
 * Who somebody is: {@link io.tikit.spi.authentication.Authenticator} checks passwords, tokens or the word of an identity
 * provider and answers with an {@link io.tikit.spi.authentication.Authentication}. What the person may do here is decided
 * elsewhere. A failure tells an attacker nothing: not whether a name exists, neither by words nor by time.
 */
@NullMarked
package io.tikit.spi.authentication;

import org.jspecify.annotations.NullMarked;
