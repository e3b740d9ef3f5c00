package io.tikit.tck.script;

import static io.tikit.tck.Mutant.mutant;

import io.tikit.spi.script.Compilation;
import io.tikit.spi.script.Script;
import io.tikit.spi.script.ScriptLimits;
import io.tikit.spi.script.ScriptProblem;
import io.tikit.spi.script.ScriptResult;
import io.tikit.tck.ContractCatchesFaults;
import io.tikit.tck.Faults;
import io.tikit.tck.Mutant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Each planted fault makes the test fail that is there for it. */
class ScriptEngineContractCatchesFaultsTest implements ContractCatchesFaults {
    private static final Class<?> ABLE = StepEngineTest.WithEverything.class;
    private static final Class<?> BARE = StepEngineTest.WithNothing.class;

    @Override
    public List<Mutant> mutants() {
        return List.of(
                mutant(
                        "has no name",
                        ABLE,
                        "capabilitiesAreSteady",
                        faults -> faults.lie("ScriptEngine.language", (real, given) -> "")),
                mutant(
                        "gives texts only",
                        ABLE,
                        "plainDataComeThrough",
                        running((script, inputs, limits) -> script.run(inputs, limits) instanceof ScriptResult.Done done
                                ? new ScriptResult.Done(done.value().toString())
                                : new ScriptResult.Done("?"))),
                mutant(
                        "loses the place",
                        ABLE,
                        "failureHasItsPlace",
                        running((script, inputs, limits) ->
                                new ScriptResult.Failed(new ScriptProblem(1, 1, "something went wrong")))),
                mutant("throws", ABLE, "failureHasItsPlace", running((script, inputs, limits) -> {
                    throw new IllegalStateException("script failed");
                })),
                mutant(
                        "accepts wrong sources",
                        ABLE,
                        "wrongSourceIsRefused",
                        compiling(compilation -> compilation instanceof Compilation.Refused
                                ? new Compilation.Compiled((inputs, limits) -> new ScriptResult.Done(1L))
                                : compilation)),
                mutant(
                        "stops at the first problem",
                        ABLE,
                        "wrongSourceIsRefused",
                        compiling(compilation -> compilation instanceof Compilation.Refused refused
                                ? new Compilation.Refused(refused.problems().subList(0, 1))
                                : compilation)),
                mutant(
                        "ignores time",
                        ABLE,
                        "timeIsLimited",
                        running((script, inputs, limits) ->
                                script.run(inputs, ScriptLimits.of(limits.time().plus(Duration.ofSeconds(4)))))),
                mutant(
                        "ignores steps",
                        ABLE,
                        "stepsAreLimited",
                        running((script, inputs, limits) ->
                                script.run(inputs, ScriptLimits.of(Duration.ofMillis(200))))),
                mutant(
                        "overlooks undeclared steps",
                        BARE,
                        "limitOfStepsIsRefusedUnlessDeclared",
                        running((script, inputs, limits) -> script.run(inputs, ScriptLimits.of(limits.time())))),
                mutant(
                        "ignores memory",
                        ABLE,
                        "memoryIsLimited",
                        running((script, inputs, limits) -> new ScriptResult.Stopped(ScriptResult.Limit.TIME))),
                mutant(
                        "overlooks undeclared memory",
                        BARE,
                        "limitOfMemoryIsRefusedUnlessDeclared",
                        running((script, inputs, limits) -> script.run(inputs, ScriptLimits.of(limits.time())))),
                mutant(
                        "opens files",
                        ABLE,
                        "nothingEscapes",
                        compiling(compilation ->
                                new Compilation.Compiled((inputs, limits) -> new ScriptResult.Done("root:x:0:0")))),
                mutant("keeps state", ABLE, "runsAreApart", faults -> {
                    AtomicLong runs = new AtomicLong();
                    running((script, inputs, limits) -> new ScriptResult.Done(runs.incrementAndGet()))
                            .accept(faults);
                }),
                mutant("shares inputs", ABLE, "threadsDoNotDisturbEachOther", faults -> {
                    AtomicLong first = new AtomicLong(-1);
                    running((script, inputs, limits) -> {
                                first.compareAndSet(-1, (Long) Objects.requireNonNull(inputs.get("value")));
                                return script.run(Map.of("value", first.get()), limits);
                            })
                            .accept(faults);
                }));
    }

    private interface Running {
        ScriptResult run(Script script, Map<String, Object> inputs, ScriptLimits limits);
    }

    private static Consumer<Faults> compiling(UnaryOperator<Compilation> change) {
        return faults -> faults.lie(
                "ScriptEngine.compile",
                (real, given) -> change.apply((Compilation) Objects.requireNonNull(real.with(given))));
    }

    private static Consumer<Faults> running(Running running) {
        return compiling(compilation -> compilation instanceof Compilation.Compiled compiled
                ? new Compilation.Compiled((inputs, limits) -> running.run(compiled.script(), inputs, limits))
                : compilation);
    }
}
