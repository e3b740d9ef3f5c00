package io.tikit.tck.scheduler;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * All that a scheduler must keep. A test class implements this and gives the fixture, see {@link SchedulerFixture}.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface SchedulerContract extends WakeContract, CronContract {}
