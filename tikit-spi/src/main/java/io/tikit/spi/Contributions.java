package io.tikit.spi;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * Takes what a plugin contributes.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Contributions {
    /**
     * Contributes a part.
     *
     * @param point where
     * @param name what the part is called, for settings that choose and for health; unique at the point
     * @param part the part, not yet opened
     * @param <S> the type of the part
     */
    <S> void add(ExtensionPoint<S> point, String name, S part);
}
