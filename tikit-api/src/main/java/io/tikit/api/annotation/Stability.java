package io.tikit.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States how much a type may change between releases.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public @interface Stability {
    /**
     * The promise made for the annotated type.
     *
     * @return the level, never null
     */
    Level value();

    /** How firm a promise is, from weakest to strongest, then the way out. */
    enum Level {
        /** May change or vanish in any release without notice. */
        INTERNAL,
        /** May change in a minor release; the change log says how. */
        EXPERIMENTAL,
        /** Changes incompatibly only in a major release. */
        STABLE,
        /** Goes away in the next major release; its documentation names the replacement. */
        DEPRECATED
    }
}
