package io.tikit.spi.storage;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.plugin.PluginValue;
import java.util.List;
import java.util.Optional;

/**
 * What plugins keep in the unit's tenant, each for itself. Keys are printable ASCII without blanks and compared exactly.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface PluginRows {
    /**
     * Finds a value.
     *
     * @param plugin the id of the plugin
     * @param key its name
     * @return the value, or empty
     */
    Optional<PluginValue> find(String plugin, String key);

    /**
     * Inserts a value. A key that is taken shows at the commit or before, as STORAGE_CONFLICT.
     *
     * @param plugin the id of the plugin
     * @param value the value with its revision
     */
    void insert(String plugin, PluginValue value);

    /**
     * Changes a value if it is still at a revision. The row is locked until the unit ends.
     *
     * @param plugin the id of the plugin
     * @param value the value with its new revision
     * @param before the revision that it must have
     * @return whether it had
     */
    boolean update(String plugin, PluginValue value, long before);

    /**
     * Deletes a value if it is still at a revision.
     *
     * @param plugin the id of the plugin
     * @param key its name
     * @param before the revision that it must have
     * @return whether it had
     */
    boolean delete(String plugin, String key, long before);

    /**
     * Lists values in the order of their keys, compared as ASCII.
     *
     * @param plugin the id of the plugin
     * @param prefix what the keys begin with; empty for all
     * @param after the last key of the page before
     * @param limit how many at most
     * @return the values
     */
    List<PluginValue> list(String plugin, String prefix, Optional<String> after, int limit);
}
