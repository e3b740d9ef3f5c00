/**
 * Measures the engine beside its baseline: the leanest hand-written JDBC that does the same work, in the same run on the
 * same machine. {@link io.tikit.benchmarks.Benchmarks} is the program; {@code docs/benchmarks.md} says what the figures
 * mean.
 *
 * <p>A {@link io.tikit.benchmarks.Store} gives each side a database of its own. A {@link io.tikit.benchmarks.Side} opens
 * tickets. The rows that the raw side writes are learnt from what the engine wrote, so that both stay the same when the
 * schema grows.
 */
@NullMarked
package io.tikit.benchmarks;

import org.jspecify.annotations.NullMarked;
