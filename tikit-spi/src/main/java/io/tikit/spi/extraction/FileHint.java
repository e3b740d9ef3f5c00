package io.tikit.spi.extraction;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known about a file before it is read.
 *
 * @param mediaType the type by its first bytes, without parameters, in lower case, such as {@code text/plain}; this one
 *     counts
 * @param declaredType the type that its sender declared, with parameters such as the character set; may be wrong
 * @param name the name that its sender gave it; may be wrong
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record FileHint(String mediaType, Optional<String> declaredType, Optional<String> name) {
    /** Checks that nothing is null. */
    public FileHint {
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(declaredType, "declaredType");
        Objects.requireNonNull(name, "name");
    }

    /**
     * A file of which the type alone is known.
     *
     * @param mediaType the type
     * @return the hint
     */
    public static FileHint of(String mediaType) {
        return new FileHint(mediaType, Optional.empty(), Optional.empty());
    }
}
