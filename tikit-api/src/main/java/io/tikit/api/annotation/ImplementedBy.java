package io.tikit.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States who provides implementations of a type, which decides how it may grow: an interface implemented by the engine
 * may gain abstract methods in a minor release, one implemented by hosts or plugins only default methods.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public @interface ImplementedBy {
    /**
     * The party that writes implementations.
     *
     * @return the party, never null
     */
    Party value();

    /** Those who may implement a type. */
    enum Party {
        /** Only the engine; hosts call it. */
        ENGINE,
        /** The application that embeds the engine. */
        HOST,
        /** Storage, search and other plugins. */
        PLUGIN,
        /** A value, constant or exception: nobody outside implements or extends it. */
        NOBODY
    }
}
