/**
 * What a storage keeps of logins: {@link io.tikit.spi.login.LoginRepository} of a unit of work leads to one small set of
 * rows each for passwords, counts of failures, tokens, second factors and history. No secret is stored as it is: rows
 * hold hashes, or what the engine has encrypted. Beside it stands what plugins bring for logins: a
 * {@link io.tikit.spi.login.PasskeyVerifier}, a {@link io.tikit.spi.login.BreachedPasswordList}.
 */
@NullMarked
package io.tikit.spi.login;

import org.jspecify.annotations.NullMarked;
