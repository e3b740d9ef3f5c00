/**
 * Waking the engine in time: {@link io.tikit.spi.scheduler.Scheduler}. It only wakes; what is to be done is rows in
 * storage, so that losing a scheduler loses nothing.
 */
@NullMarked
package io.tikit.spi.scheduler;

import org.jspecify.annotations.NullMarked;
