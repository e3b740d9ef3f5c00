package io.tikit.api.people;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * What an import did, or would do.
 *
 * @param created how many people were new
 * @param changed how many were changed
 * @param unchanged how many were as the file says
 * @param refused how many lines were refused
 * @param complete whether the file was read to its end; otherwise it was stopped, or its last line says what broke it
 * @param plan names the content of the file and what becomes of each line; a real import wants that of a dry run
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record ImportReport(long created, long changed, long unchanged, long refused, boolean complete, String plan) {
    /** Checks that nothing is null. */
    public ImportReport {
        Objects.requireNonNull(plan, "plan");
    }
}
