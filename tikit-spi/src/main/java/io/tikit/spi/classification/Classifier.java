package io.tikit.spi.classification;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.ticket.TicketId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Suggests values of fields from the text of a ticket. What it was taught by one tenant never shows at another one. The
 * engine calls {@link #open} once, then the other methods from several threads (teaching a tenant one batch after the
 * other), then {@link #close}. Suggestions are asked for before the unit of work and bounded in time by an interrupt of
 * the thread; without an answer the ticket is made without. Safe for use by several threads.
 *
 * <p>Methods throw {@link io.tikit.api.error.UnavailableException} with code PART_UNAVAILABLE when the classifier cannot
 * work now. Texts get neither into logs nor into messages of exceptions.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface Classifier extends AutoCloseable {
    /**
     * What the classifier can do. Always the same answer, also before the opening.
     *
     * @return all, unless overridden
     */
    default Set<ClassifierCapability> capabilities() {
        return EnumSet.allOf(ClassifierCapability.class);
    }

    /** Makes ready. */
    default void open() {}

    /**
     * Learns. Learning an example twice is the same as once. What was learned counts from the next question on.
     *
     * @param tenant whose tickets
     * @param examples at most 1,000
     * @throws io.tikit.api.error.UnavailableException with code NOT_SUPPORTED without the capability LEARNING
     */
    void learn(TenantId tenant, List<Example> examples);

    /**
     * Suggests values. The same question gets the same answer until something else was learned or forgotten.
     *
     * @param tenant whose ticket
     * @param text what the requester wrote
     * @param fields keys of the fields that are asked for; others are not suggested
     * @return at most five values a field, those of a field one after the other with the most likely first; empty when
     *     nothing is known
     */
    List<Suggestion> suggest(TenantId tenant, TicketText text, Set<String> fields);

    /**
     * Forgets tickets, as when they are erased: afterwards the answers are as if it had never learned from them.
     *
     * @param tenant whose tickets
     * @param tickets which ones; unknown ones are passed over
     */
    void forget(TenantId tenant, Collection<TicketId> tickets);

    /**
     * Forgets all of a tenant.
     *
     * @param tenant which one
     */
    void erase(TenantId tenant);

    /** Makes everything durable and ends. A second call does nothing. */
    @Override
    default void close() {}
}
