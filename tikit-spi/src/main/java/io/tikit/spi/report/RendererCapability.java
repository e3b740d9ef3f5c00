package io.tikit.spi.report;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * What a renderer can do. It has all of them unless it says otherwise; the contract kit tests each that it has, and that
 * it refuses what it leaves out.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public enum RendererCapability {
    /**
     * Writes while rows come, in memory that does not grow with them. Without it a table of more than
     * {@link ReportRenderer#MOST_ROWS_IN_MEMORY} rows is refused with LIMIT_REACHED.
     */
    STREAMING,
    /**
     * Keeps text apart from what a program computes, so that a text cell shows exactly as it is. Without it a text that
     * begins with {@code =}, {@code +}, {@code -}, {@code @}, a tab, a line feed or a carriage return is written with an
     * apostrophe before it.
     */
    TYPED
}
