package io.tikit.spi.search;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.condition.Condition;
import io.tikit.api.search.Highlight;
import java.util.List;
import java.util.Map;

/**
 * An index per tenant, opened on demand. The engine applies batches of one tenant one after the other and keeps
 * permission conditions in every request; the index interprets every condition over ticket fields as
 * {@link io.tikit.spi.condition.ConditionInterpreter} does, and {@link Condition.Words} as a search for them. A condition
 * that needs a change, the history or the host is refused with {@link IllegalArgumentException}, never answered. Safe for
 * use by several threads.
 *
 * <p>Methods throw {@link io.tikit.api.error.UnavailableException} with code INDEX_UNAVAILABLE when the index cannot be
 * read or written.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface SearchIndex extends AutoCloseable {
    /** Makes ready. Called once, before any other method. Opens no tenant yet. */
    void open();

    /**
     * The feed position up to which everything is durably in the tenant's index. After a crash the engine applies again
     * what came after.
     *
     * @param tenant whose index
     * @return the position, 0 for a new or erased index
     */
    long position(TenantId tenant);

    /**
     * Puts documents into the index, each replacing the one of the same id. Applying a batch twice is the same as once.
     * Searches see it at once; it is durable after the next {@link #flush}.
     *
     * <p>When this or {@link #flush} fails, everything since the last flush may be gone: ask for the {@link #position}
     * and apply again from there. An index may refuse further batches until then.
     *
     * @param tenant whose index
     * @param batch the documents, and the position reached with them
     */
    void apply(TenantId tenant, IndexBatch batch);

    /**
     * Makes everything applied so far durable, together with its position.
     *
     * @param tenant whose index
     */
    void flush(TenantId tenant);

    /**
     * Finds tickets.
     *
     * @param tenant whose index
     * @param request what to find
     * @return ids in order
     * @throws io.tikit.api.error.InvalidException with code INVALID_CURSOR if the cursor cannot be read
     */
    SearchMatches search(TenantId tenant, SearchRequest request);

    /**
     * Counts tickets by the values of a field.
     *
     * @param tenant whose index
     * @param where which tickets, the permission included
     * @param notes whether words of the condition may be found in notes as well
     * @param field one of type, priority, status, state, team, assignee
     * @return the count by value: names of constants, keys, or ids in their usual form; empty text for none
     */
    Map<String, Long> counts(TenantId tenant, Condition where, boolean notes, String field);

    /**
     * Cuts out the best piece of a text for a query, analysed as documents are.
     *
     * @param tenant whose index
     * @param query the words that were searched for
     * @param content the text, from storage
     * @param length the wanted length of the piece, in characters
     * @return the piece in parts; empty when nothing in the text matches
     */
    List<Highlight.Part> highlight(TenantId tenant, String query, String content, int length);

    /**
     * Empties the tenant's index and puts its position to 0.
     *
     * @param tenant whose index
     */
    void erase(TenantId tenant);

    /** Makes everything durable and closes all indexes. A second call does nothing. */
    @Override
    void close();
}
