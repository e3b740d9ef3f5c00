package io.tikit.core.plugin;

/**
 * A part with its owner.
 *
 * @param plugin the id of the plugin that brought it
 * @param name what the part is called
 * @param part the part
 * @param <S> the type of the part
 */
public record Contributed<S>(String plugin, String name, S part) {}
