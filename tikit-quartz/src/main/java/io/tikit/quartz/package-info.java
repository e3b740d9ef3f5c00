/**
 * The scheduler on Quartz, in memory. Entry type: {@link io.tikit.quartz.QuartzPlugin}; behind it {@code QuartzWakes}
 * keeps the wishes, {@code OwnQuartz} makes a scheduler that nobody else in the JVM can see, {@code CronTimes} reads cron
 * expressions.
 *
 * <p>Invariants: an action runs at most once and never before its instant; a wish that was replaced or taken back does
 * not run even if Quartz had already begun to fire it. Quartz goes by the time of the machine; the engine's clock
 * decides only how long from now a wish is due.
 */
@NullMarked
package io.tikit.quartz;

import org.jspecify.annotations.NullMarked;
