package io.tikit.tck;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the requirements that a test proves, for example {@code @Requirement("REQ-TM-010")}. The build turns these
 * into a table of requirements and their tests, and refuses an id that it does not know.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(Requirement.Several.class)
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public @interface Requirement {
    /**
     * The ids.
     *
     * @return ids as the list of requirements spells them
     */
    String[] value();

    /** Holds the label when it is given more than once. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @interface Several {
        /**
         * The labels.
         *
         * @return the labels in the order of the source
         */
        Requirement[] value();
    }
}
