package io.tikit.spi.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * A passkey was used.
 *
 * @param counter how often by now, as far as its device counts; otherwise 0
 * @param verified whether the device verified its user
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record PasskeyUse(long counter, boolean verified) {}
