package io.tikit.tck.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ErrorCode;
import io.tikit.spi.script.Compilation;
import io.tikit.spi.script.Script;
import io.tikit.spi.script.ScriptCapability;
import io.tikit.spi.script.ScriptEngine;
import io.tikit.spi.script.ScriptLimits;
import io.tikit.spi.script.ScriptProblem;
import io.tikit.spi.script.ScriptResult;
import io.tikit.tck.Expect;
import io.tikit.tck.Together;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * All that a script engine must keep. A test class implements this and gives the fixture, see
 * {@link ScriptEngineFixture}.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface ScriptEngineContract extends ScriptEngineFixture {
    /** Time that no sound program of the contract needs. */
    ScriptLimits WIDE = ScriptLimits.of(Duration.ofSeconds(20));

    /** What an engine can do is known before its opening and does not change. */
    @Test
    default void capabilitiesAreSteady() {
        try (ScriptEngine engine = engine()) {
            Set<ScriptCapability> capabilities = engine.capabilities();
            engine.open();
            assertThat(engine.capabilities()).isEqualTo(capabilities);
            assertThat(engine.language()).matches("[a-z0-9.-]{1,30}");
        }
    }

    /** Plain data go in and come out. */
    @Test
    default void plainDataComeThrough() {
        try (ScriptEngine engine = opened()) {
            Script echo = compiled(engine, Program.ECHO);
            for (Object value : List.of(
                    "\u00e4 \u0645 \ud83d\ude00",
                    true,
                    -7L,
                    new BigDecimal("1.5"),
                    List.of("a", 2L),
                    Map.of("k", List.of(false)))) {
                assertThat(done(echo.run(Map.of("value", value), WIDE))).isEqualTo(value);
            }
            assertThat(done(compiled(engine, Program.INCREMENT).run(Map.of("value", 41L), WIDE)))
                    .isEqualTo(42L);
        }
    }

    /** A failure is a result with its place. */
    @Test
    default void failureHasItsPlace() {
        try (ScriptEngine engine = opened()) {
            ScriptResult result = compiled(engine, Program.FAIL).run(Map.of(), WIDE);
            assertThat(result).isInstanceOf(ScriptResult.Failed.class);
            assertThat(((ScriptResult.Failed) result).problem().line()).isEqualTo(2);
        }
    }

    /** A wrong source is refused, with the places of its problems: all of them, if that is declared. */
    @Test
    default void wrongSourceIsRefused() {
        try (ScriptEngine engine = opened()) {
            Compilation compilation = engine.compile(source(Program.WRONG_TWICE));
            assertThat(compilation).isInstanceOf(Compilation.Refused.class);
            List<ScriptProblem> problems = ((Compilation.Refused) compilation).problems();
            assertThat(problems.get(0).line()).isEqualTo(1);
            if (engine.capabilities().contains(ScriptCapability.ALL_PROBLEMS)) {
                assertThat(problems).extracting(ScriptProblem::line).contains(1, 3);
            }
        }
    }

    /** Time ends a script that goes round for ever. */
    @Test
    default void timeIsLimited() {
        try (ScriptEngine engine = opened()) {
            long start = System.nanoTime();
            ScriptResult result = compiled(engine, Program.LOOP).run(Map.of(), ScriptLimits.of(Duration.ofMillis(200)));
            assertThat(result).isEqualTo(new ScriptResult.Stopped(ScriptResult.Limit.TIME));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        }
    }

    /** Steps end a script, and what needs fewer is not ended. */
    @Test
    default void stepsAreLimited() {
        try (ScriptEngine engine = opened()) {
            Expect.declared(engine.capabilities(), ScriptCapability.STEPS);
            assertThat(compiled(engine, Program.LOOP).run(Map.of(), WIDE.withSteps(10_000)))
                    .isEqualTo(new ScriptResult.Stopped(ScriptResult.Limit.STEPS));
            assertThat(done(compiled(engine, Program.INCREMENT).run(Map.of("value", 1L), WIDE.withSteps(10_000))))
                    .isEqualTo(2L);
        }
    }

    /** An engine that counts no steps refuses such a limit, rather than to overlook it. */
    @Test
    default void limitOfStepsIsRefusedUnlessDeclared() {
        try (ScriptEngine engine = opened()) {
            Expect.undeclared(engine.capabilities(), ScriptCapability.STEPS);
            Script echo = compiled(engine, Program.ECHO);
            Expect.failure(ErrorCode.NOT_SUPPORTED, () -> echo.run(Map.of("value", 1L), WIDE.withSteps(100)));
        }
    }

    /** Memory ends a script that holds too much. */
    @Test
    default void memoryIsLimited() {
        try (ScriptEngine engine = opened()) {
            Expect.declared(engine.capabilities(), ScriptCapability.MEMORY);
            assertThat(compiled(engine, Program.GROW).run(Map.of(), WIDE.withBytes(1_000_000)))
                    .isEqualTo(new ScriptResult.Stopped(ScriptResult.Limit.MEMORY));
        }
    }

    /** An engine that does not bound memory refuses such a limit, rather than to overlook it. */
    @Test
    default void limitOfMemoryIsRefusedUnlessDeclared() {
        try (ScriptEngine engine = opened()) {
            Expect.undeclared(engine.capabilities(), ScriptCapability.MEMORY);
            Script echo = compiled(engine, Program.ECHO);
            Expect.failure(ErrorCode.NOT_SUPPORTED, () -> echo.run(Map.of("value", 1L), WIDE.withBytes(100_000)));
        }
    }

    /** Nothing gets out of the sandbox. */
    @Test
    default void nothingEscapes() {
        assertThat(escapes()).isNotEmpty();
        try (ScriptEngine engine = opened()) {
            for (String source : escapes()) {
                if (engine.compile(source) instanceof Compilation.Compiled compiled) {
                    assertThat(compiled.script().run(Map.of(), ScriptLimits.of(Duration.ofSeconds(2))))
                            .as(source)
                            .isNotInstanceOf(ScriptResult.Done.class);
                }
            }
        }
    }

    /** Runs know nothing of each other. */
    @Test
    default void runsAreApart() {
        try (ScriptEngine engine = opened()) {
            Script count = compiled(engine, Program.COUNT_RUNS);
            Object first = done(count.run(Map.of(), WIDE));
            assertThat(done(count.run(Map.of(), WIDE))).isEqualTo(first);
        }
    }

    /** A script runs on several threads at once. */
    @Test
    default void threadsDoNotDisturbEachOther() {
        try (ScriptEngine engine = opened()) {
            Script increment = compiled(engine, Program.INCREMENT);
            List<Callable<Object>> tasks = LongStream.range(0, 8)
                    .<Callable<Object>>mapToObj(i -> () -> done(increment.run(Map.of("value", i), WIDE)))
                    .toList();
            assertThat(Together.all(tasks)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        }
    }

    private Script compiled(ScriptEngine engine, Program program) {
        Compilation compilation = engine.compile(source(program));
        assertThat(compilation).as("the program %s", program).isInstanceOf(Compilation.Compiled.class);
        return ((Compilation.Compiled) compilation).script();
    }

    private ScriptEngine opened() {
        ScriptEngine engine = engine();
        engine.open();
        return engine;
    }

    private static Object done(ScriptResult result) {
        assertThat(result).isInstanceOf(ScriptResult.Done.class);
        return ((ScriptResult.Done) result).value();
    }
}
