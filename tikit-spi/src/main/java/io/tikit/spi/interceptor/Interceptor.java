package io.tikit.spi.interceptor;

import io.tikit.api.Command;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Set;

/**
 * Has a say before a command is carried out: whoever knows something that the desk does not, such as whether a customer
 * has paid. Asked on a thread of the engine's executor, before the unit of work begins and before it is known whether the
 * caller may do what they ask for, so a command of which it hears may still be refused, or have been carried out before
 * under the same key. Interceptors are asked one after the other, in the order of their plugins; the same one may be asked
 * about several commands at the same time.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface Interceptor {
    /**
     * The name under which what it says is kept. Never changes.
     *
     * @return lower-case ASCII letters, digits, dot or hyphen, at most 40 characters
     */
    String name();

    /**
     * Which commands it is asked about. Always the same answer; asked once at start.
     *
     * @return the classes; empty for all commands
     */
    Set<Class<? extends Command<?>>> commands();

    /**
     * What happens when it throws, gives an answer that breaks the rules, or none within the engine's setting
     * {@code interceptor.timeout}. Always the same answer; asked once at start.
     *
     * @return true if the command then fails, and nothing is written; false if it goes on without the answer, which its
     *     event tells by a fact
     */
    default boolean isRequired() {
        return true;
    }

    /**
     * Says what is to be known about a command. Has no effects of its own, since the command may fail for another reason
     * or be given again. Interrupted when it takes too long; after three times in a row it is not asked for ten seconds.
     *
     * @param command what somebody wants
     * @return what it says; {@link Answer#NOTHING} to let the command pass as it is
     * @throws Exception if it cannot say
     */
    Answer intercept(PendingCommand command) throws Exception;
}
