/**
 * Doing what is due: a {@link io.tikit.spi.timer.TimerHandler} turns a timer into commands, which the engine carries out
 * in one unit of work together with the end of the timer, so that they are done once.
 */
@NullMarked
package io.tikit.spi.timer;

import org.jspecify.annotations.NullMarked;
