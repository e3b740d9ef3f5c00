package io.tikit.api;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * What commands carried out together returned.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Results {
    /**
     * The result of one of the commands, found by identity, so that two equal commands keep their own results.
     *
     * @param command the very object that was given to {@link Desk#together}
     * @param <R> the type of the result
     * @return its result
     * @throws IllegalArgumentException if the command was not among them
     */
    <R> R of(Command<R> command);
}
