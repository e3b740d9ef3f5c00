package io.tikit.spi;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.plugin.PluginValue;
import io.tikit.api.plugin.PutPluginValue;
import io.tikit.api.plugin.RemovePluginValue;
import java.util.Optional;

/**
 * Small texts that a plugin keeps in a tenant under keys, beside the tickets: what it has fetched, sent or learnt.
 * Nobody else reaches them. They are kept when the plugin is gone.
 *
 * <p>Each call here is a unit of its own, or joins the host's transaction. To keep a value in the same unit as a command
 * on a ticket, give {@link PutPluginValue} to {@link io.tikit.api.Desk#together} of a desk of the plugin, such as
 * {@link io.tikit.spi.work.Work#desk()}. Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface PluginStore {
    /**
     * Reads a value.
     *
     * @param key its name
     * @return the value, or empty
     */
    Optional<PluginValue> find(String key);

    /**
     * Keeps a value.
     *
     * @param command what to keep, and what must be there before
     * @return the value as kept, with its new revision
     * @throws io.tikit.api.error.InvalidException if the key or the text is too long or has characters that are not
     *     allowed
     * @throws io.tikit.api.error.ConflictException with code PLUGIN_VALUE_CONFLICT if the value is not at the expected
     *     revision
     */
    PluginValue put(PutPluginValue command);

    /**
     * Removes a value.
     *
     * @param command what to remove, and what must be there before
     * @return whether there was one
     * @throws io.tikit.api.error.ConflictException with code PLUGIN_VALUE_CONFLICT if the value is not at the expected
     *     revision
     */
    boolean remove(RemovePluginValue command);

    /**
     * Lists values in the order of their keys, compared as ASCII.
     *
     * @param prefix what the keys begin with; empty for all
     * @param page how many, from where
     * @return one page
     * @throws io.tikit.api.error.InvalidException if the cursor belongs to another list
     */
    Page<PluginValue> list(String prefix, PageRequest page);
}
