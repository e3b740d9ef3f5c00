/**
 * What every scheduler must keep: {@link io.tikit.tck.scheduler.SchedulerContract}.
 */
@NullMarked
package io.tikit.tck.scheduler;

import org.jspecify.annotations.NullMarked;
