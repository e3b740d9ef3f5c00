package io.tikit.spi.reference;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Map;
import java.util.Set;

/**
 * Knows objects of the host by their ids. Contributed under the name that fields of the kind {@code reference} give as their
 * {@code source}.
 *
 * <p>Asked before commands that set such a field, outside of any unit of work, and when forms are shown. Each call is bounded
 * in time like that of any part of a plugin. What it answers is kept as a fact with the event; whatever it throws, or if it
 * does not answer in time, the ticket is written with the reference as it was given, and the fact says so. Called by several
 * threads at once.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface ReferenceResolver {
    /** The most ids of one call. */
    int MOST = 100;

    /**
     * Looks up several objects at once.
     *
     * @param tenant the desk that asks; objects of others are not there for it
     * @param ids 1 to {@value #MOST} ids, each 1 to 200 characters, compared exactly as the host compares its ids
     * @return what is there, by id; an id that is left out belongs to nothing, and a command that sets it is refused
     * @throws Exception if it cannot be told what is there, which refuses nothing
     */
    Map<String, Referent> resolve(TenantId tenant, Set<String> ids) throws Exception;
}
