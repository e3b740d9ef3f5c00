/**
 * What must happen later. {@link io.tikit.core.timer.TimerService} schedules rows; {@link io.tikit.core.timer.TimerLoop}
 * claims what is due, in bounded batches; {@link io.tikit.core.timer.TimerRunner} asks the handler of each timer for
 * commands and carries them out in the unit that ends the timer.
 */
@NullMarked
package io.tikit.core.timer;

import org.jspecify.annotations.NullMarked;
