package io.tikit.spi.configuration;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of configuration document: how its body becomes a typed value and back, and what must hold. Bodies are trees of
 * {@code Map<String, Object>}, {@code List<Object>}, {@code String}, {@code Long}, {@code BigDecimal} and {@code
 * Boolean}; null never occurs. Pure, quick, and safe for use by several threads: called while the configuration is
 * locked.
 *
 * @param <T> the typed value, immutable
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface ConfigurationKind<T> {
    /**
     * The name of the kind; a plugin's begins with its id and a dot.
     *
     * @return a kind as {@link io.tikit.api.configuration.DocumentKey} allows, always the same
     */
    String name();

    /**
     * The number of the current format of bodies. It is raised when bodies of the format before can no longer be read as
     * they are.
     *
     * @return from 1 on, always the same
     */
    int format();

    /**
     * Reads a body of the current format. What is wrong is reported to the reader, all of it, and something is returned
     * nevertheless.
     *
     * @param body the body; members that are not asked for become findings
     * @return the value; it counts only if nothing was reported
     */
    T read(BodyReader body);

    /**
     * Writes a value in the current format. Members keep the order of the map, which is the order in exports.
     *
     * @param value a value that {@link #read} gave
     * @return the body, from which {@link #read} makes an equal value
     */
    Map<String, Object> write(T value);

    /**
     * Lifts a body by one format. Needed from format 2 on.
     *
     * @param from the format of the body, below {@link #format()}
     * @param body a body of that format, which may be changed and returned
     * @return the body in the next format
     */
    default Map<String, Object> upcast(int from, Map<String, Object> body) {
        throw new IllegalStateException("kind " + name() + " does not read format " + from);
    }

    /**
     * Lowers a body by one format, for nodes that run an older version of the plugin. While such a node is alive, documents
     * are written in the format that it reads, and one that cannot be said there is refused.
     *
     * @param from the format of the body, above 1
     * @param body a body of that format, which may be changed and returned
     * @return the body in the format before, which {@link #upcast} lifts to an equal one; empty if that format cannot say
     *     this, or this version no longer knows it
     */
    default Optional<Map<String, Object>> downcast(int from, Map<String, Object> body) {
        return Optional.empty();
    }

    /**
     * Checks what the body alone cannot tell.
     *
     * @param value the value that is to be
     * @param before the value of the version before; empty for a new document
     * @return what is wrong, with paths within the body
     */
    default List<Violation> check(T value, Optional<T> before) {
        return List.of();
    }

    /**
     * What the value refers to. All of it must exist and, categories apart, be in use; documents
     * referred to cannot be retired.
     *
     * @param value the value
     * @return the references
     */
    default List<Reference> references(T value) {
        return List.of();
    }
}
