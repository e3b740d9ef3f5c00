package io.tikit.tck.script;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.script.Compilation;
import io.tikit.spi.script.Script;
import io.tikit.spi.script.ScriptCapability;
import io.tikit.spi.script.ScriptEngine;
import io.tikit.spi.script.ScriptLimits;
import io.tikit.spi.script.ScriptProblem;
import io.tikit.spi.script.ScriptResult;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An engine of a tiny language: one word a line, working on one value. {@code value} takes the input, {@code one} and
 * {@code text} take a number and a text, {@code increment} and {@code double} work on it, {@code again} goes back to the
 * beginning and {@code fail} fails. Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class StepEngine implements ScriptEngine {
    private static final Set<String> WORDS = Set.of("value", "increment", "one", "text", "double", "again", "fail");

    private final Set<ScriptCapability> capabilities;

    /** An engine with all capabilities. */
    public StepEngine() {
        this(EnumSet.allOf(ScriptCapability.class));
    }

    /**
     * An engine.
     *
     * @param capabilities what it can do
     */
    public StepEngine(Set<ScriptCapability> capabilities) {
        this.capabilities = Set.copyOf(capabilities);
    }

    @Override
    public Set<ScriptCapability> capabilities() {
        return capabilities;
    }

    @Override
    public String language() {
        return "steps";
    }

    @Override
    public Compilation compile(String source) {
        List<String> lines = source.lines().toList();
        List<ScriptProblem> problems = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean all = problems.isEmpty() || capabilities.contains(ScriptCapability.ALL_PROBLEMS);
            if (all && !WORDS.contains(lines.get(i))) {
                problems.add(new ScriptProblem(i + 1, 1, "must be one of " + WORDS));
            }
        }
        return problems.isEmpty() ? new Compilation.Compiled(new Steps(lines)) : new Compilation.Refused(problems);
    }

    /**
     * The programs of the contract in this language.
     *
     * @param program what it does
     * @return its source
     */
    public static String source(ScriptEngineFixture.Program program) {
        return switch (program) {
            case ECHO -> "value";
            case INCREMENT -> "value\nincrement";
            case FAIL -> "one\nfail";
            case LOOP -> "one\nagain";
            case GROW -> "text\ndouble\nagain";
            case COUNT_RUNS -> "one";
            case WRONG_TWICE -> "wrong\none\nalso wrong";
        };
    }

    private final class Steps implements Script {
        private final List<String> lines;

        Steps(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public ScriptResult run(Map<String, Object> inputs, ScriptLimits limits) {
            need(ScriptCapability.STEPS, limits.steps().isPresent());
            need(ScriptCapability.MEMORY, limits.bytes().isPresent());
            long end = System.nanoTime() + limits.time().toNanos();
            long steps = 0;
            Object value = 0L;
            for (int at = 0; at < lines.size(); at++) {
                if (++steps > limits.steps().orElse(Long.MAX_VALUE)) {
                    return new ScriptResult.Stopped(ScriptResult.Limit.STEPS);
                }
                if (System.nanoTime() - end > 0) {
                    return new ScriptResult.Stopped(ScriptResult.Limit.TIME);
                }
                switch (lines.get(at)) {
                    case "value" -> value = Objects.requireNonNull(inputs.get("value"));
                    case "increment" -> value = (Long) value + 1;
                    case "one" -> value = 1L;
                    case "text" -> value = "x";
                    case "double" -> value = value.toString() + value;
                    case "again" -> at = -1 + (lines.get(0).equals("text") ? 1 : 0);
                    default -> {
                        return new ScriptResult.Failed(new ScriptProblem(at + 1, 1, "fails as it was told"));
                    }
                }
                if (2L * value.toString().length() > limits.bytes().orElse(1L << 24)) {
                    return new ScriptResult.Stopped(ScriptResult.Limit.MEMORY);
                }
            }
            return new ScriptResult.Done(value);
        }

        private void need(ScriptCapability capability, boolean asked) {
            if (asked && !capabilities.contains(capability)) {
                throw new UnavailableException(ErrorCode.NOT_SUPPORTED, "no limit of " + capability, null);
            }
        }
    }
}
