/**
 * Time as data: what must happen later is a {@link io.tikit.api.timer.Timer}, a row that is written in the transaction
 * that caused it and turned into commands when it is due, once, whatever node dies meanwhile. Timers are scheduled and
 * cancelled by {@link io.tikit.api.timer.Timers}, or together with other commands by {@link io.tikit.api.Desk#together}.
 */
@NullMarked
package io.tikit.api.timer;

import org.jspecify.annotations.NullMarked;
