package io.tikit.spi.script;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Map;

/**
 * A script that is ready to run. Runs know nothing of each other. Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface Script {
    /**
     * Runs the script. The same inputs give the same result, but for the limit of time.
     *
     * <p>Plain data is: {@link String}, {@link Boolean}, {@link Long}, {@link java.math.BigDecimal},
     * {@link java.time.Instant}, and {@link java.util.List} and {@link Map} (with text keys) of plain data; there is no
     * null. Whole numbers of a script come out as {@code Long}, other numbers as {@code BigDecimal}, instants as
     * {@code Instant} or as text in the form of ISO 8601.
     *
     * @param inputs plain data by the names under which the script sees it; not changed
     * @param limits how far it may go
     * @return how it ended; whatever the script does is a result, too
     * @throws io.tikit.api.error.UnavailableException with code NOT_SUPPORTED if a limit needs a capability that the
     *     engine leaves out; with code PART_UNAVAILABLE if it cannot work now
     */
    ScriptResult run(Map<String, Object> inputs, ScriptLimits limits);
}
