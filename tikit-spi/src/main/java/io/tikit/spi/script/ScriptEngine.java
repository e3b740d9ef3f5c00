package io.tikit.spi.script;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.EnumSet;
import java.util.Set;

/**
 * Understands a script language. The engine calls {@link #open} once, then {@link #compile} and the scripts from several
 * threads, then {@link #close}. Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface ScriptEngine extends AutoCloseable {
    /**
     * What the engine can do. Always the same answer, also before the opening.
     *
     * @return all, unless overridden
     */
    default Set<ScriptCapability> capabilities() {
        return EnumSet.allOf(ScriptCapability.class);
    }

    /**
     * The language, kept with each script. Always the same answer, also before the opening.
     *
     * @return lower-case ASCII letters, digits, dot or hyphen, at most 30 characters, such as {@code javascript}
     */
    String language();

    /** Makes ready. */
    default void open() {}

    /**
     * Reads a source. Runs nothing of it. Takes no longer than a second for the 100,000 characters that a source may have
     * at most.
     *
     * @param source the script as its author wrote it
     * @return a script ready to run, or what is wrong with the source
     */
    Compilation compile(String source);

    /** Ends, and stops scripts that still run. A second call does nothing. */
    @Override
    default void close() {}
}
