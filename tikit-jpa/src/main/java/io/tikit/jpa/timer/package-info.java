/**
 * Timers: {@link io.tikit.jpa.timer.TimerTable} within units of work, {@link io.tikit.jpa.timer.TimerClaims} between
 * nodes. A claim is a fence and an end in the row of the timer; whoever does what the timer is for removes the row by its
 * fence, in the same transaction.
 */
@NullMarked
package io.tikit.jpa.timer;

import org.jspecify.annotations.NullMarked;
