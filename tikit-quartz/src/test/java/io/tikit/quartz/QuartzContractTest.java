package io.tikit.quartz;

import io.tikit.spi.scheduler.Scheduler;
import io.tikit.tck.scheduler.SchedulerContract;
import java.time.InstantSource;
import java.util.Optional;

class QuartzContractTest implements SchedulerContract {
    @Override
    public Scheduler scheduler() {
        return new QuartzWakes(Optional.empty(), clock());
    }

    @Override
    public InstantSource clock() {
        return InstantSource.system();
    }
}
