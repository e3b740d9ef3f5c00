/**
 * The test kit: what a plugin author extends to show that an implementation keeps its contract, and the tools to do so
 * without waiting: clocks, schedulers and faults under the control of the test.
 */
@NullMarked
package io.tikit.tck;

import org.jspecify.annotations.NullMarked;
