/**
 * Checks passkeys. Read {@link io.tikit.passkeys.WebAuthnVerifier} first: what is asked and answered goes through the
 * library of Yubico; {@link io.tikit.passkeys.Inspection} looks first, to say why something is refused.
 */
@NullMarked
package io.tikit.passkeys;

import org.jspecify.annotations.NullMarked;
