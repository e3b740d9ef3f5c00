package io.tikit.spi.script;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * How a script ended.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public sealed interface ScriptResult {
    /**
     * It came to its end.
     *
     * @param value what it gave, plain data as {@link Script#run} describes; an empty map when it gave nothing
     */
    record Done(Object value) implements ScriptResult {
        /** Checks that nothing is null. */
        public Done {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * It failed by itself.
     *
     * @param problem where and why
     */
    record Failed(ScriptProblem problem) implements ScriptResult {
        /** Checks that nothing is null. */
        public Failed {
            Objects.requireNonNull(problem, "problem");
        }
    }

    /**
     * A limit ended it.
     *
     * @param limit which one
     */
    record Stopped(Limit limit) implements ScriptResult {
        /** Checks that nothing is null. */
        public Stopped {
            Objects.requireNonNull(limit, "limit");
        }
    }

    /** What may end a script. */
    enum Limit {
        /** It took too long, or its thread was interrupted. */
        TIME,
        /** It took too many steps. */
        STEPS,
        /** It held too much, or its calls went too deep. */
        MEMORY
    }
}
