package io.tikit.spi.script;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.List;
import java.util.Objects;

/**
 * What came of a source.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public sealed interface Compilation {
    /**
     * It can be run.
     *
     * @param script ready to run
     */
    record Compiled(Script script) implements Compilation {
        /** Checks that nothing is null. */
        public Compiled {
            Objects.requireNonNull(script, "script");
        }
    }

    /**
     * It cannot be run.
     *
     * @param problems why, in the order of their places, at least one
     */
    record Refused(List<ScriptProblem> problems) implements Compilation {
        /**
         * Copies the problems.
         *
         * @throws IllegalArgumentException if there is none
         */
        public Refused {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a refused source has a problem");
            }
        }
    }
}
