package io.tikit.tck.script;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.script.ScriptEngine;
import java.util.List;

/**
 * What the author of a script engine gives to the contract: the engine, and the programs of the contract in its language.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface ScriptEngineFixture {
    /**
     * Another engine, not yet open. Closed by the contract.
     *
     * @return the engine
     */
    ScriptEngine engine();

    /**
     * Writes a program of the contract in the language.
     *
     * @param program what it does
     * @return its source
     */
    String source(Program program);

    /**
     * Programs that try to get out of the sandbox: read a file, open a connection, start a thread or process, load a
     * class, ask for the time.
     *
     * @return sources that must not come to their end, or not compile; at least one
     */
    List<String> escapes();

    /** What a program does. */
    enum Program {
        /** Gives the input named {@code value}. */
        ECHO,
        /** Adds 1 to the whole number {@code value} and gives the sum. */
        INCREMENT,
        /** Fails by itself, on the second line. */
        FAIL,
        /** Goes round for ever and holds nothing. */
        LOOP,
        /** Holds more and more for ever, doubling each time. */
        GROW,
        /** Keeps something outside of itself where the language would let it, and gives how often it was run. */
        COUNT_RUNS,
        /** Is wrong on the first line and, in another way, on the third. */
        WRONG_TWICE
    }
}
