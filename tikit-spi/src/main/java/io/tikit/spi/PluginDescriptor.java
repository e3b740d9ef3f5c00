package io.tikit.spi;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Who a plugin is.
 *
 * @param id unique among the plugins of an engine: lower-case ASCII letters, digits, dot or hyphen, at most 60
 *     characters; also the prefix of its settings
 * @param version the plugin's own version, for people
 * @param spiMajor the major version of this module that it was written for, see {@link #SPI_MAJOR}
 * @param settings what can be set
 * @param after ids of plugins that, when present, start before this one
 * @param requires ids of plugins without which this one cannot work; they start before it
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record PluginDescriptor(
        String id, String version, int spiMajor, List<Setting<?>> settings, Set<String> after, Set<String> requires) {
    /** The major version of this module. A plugin written for another one is refused. */
    public static final int SPI_MAJOR = 0;

    /** Copies the collections. */
    public PluginDescriptor {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        settings = List.copyOf(settings);
        after = Set.copyOf(after);
        requires = Set.copyOf(requires);
    }

    /**
     * A plugin written for this version.
     *
     * @param id who
     * @param version the plugin's own version
     * @param settings what can be set
     * @return the description
     */
    public static PluginDescriptor of(String id, String version, Setting<?>... settings) {
        return new PluginDescriptor(id, version, SPI_MAJOR, List.of(settings), Set.of(), Set.of());
    }

    /**
     * The same plugin, started after others when they are there.
     *
     * @param ids the others
     * @return a copy
     */
    public PluginDescriptor startingAfter(String... ids) {
        return new PluginDescriptor(id, version, spiMajor, settings, Set.of(ids), requires);
    }

    /**
     * The same plugin, which cannot work without others and starts after them.
     *
     * @param ids the others
     * @return a copy
     */
    public PluginDescriptor requiring(String... ids) {
        return new PluginDescriptor(id, version, spiMajor, settings, after, Set.of(ids));
    }
}
