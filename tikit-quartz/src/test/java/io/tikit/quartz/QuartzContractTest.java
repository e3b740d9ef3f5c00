package io.tikit.quartz;

import io.tikit.spi.scheduler.Scheduler;
import io.tikit.tck.scheduler.SchedulerContract;
import java.time.InstantSource;
import java.util.Optional;
import org.quartz.SchedulerException;
import org.quartz.impl.DirectSchedulerFactory;
import org.quartz.simpl.RAMJobStore;
import org.quartz.simpl.SimpleThreadPool;

class QuartzContractTest implements SchedulerContract {
    @Override
    public Scheduler scheduler() {
        return new QuartzWakes(Optional.empty(), clock());
    }

    @Override
    public InstantSource clock() {
        return InstantSource.system();
    }

    @Override
    public Optional<Scheduler> lost() {
        try {
            DirectSchedulerFactory factory = DirectSchedulerFactory.getInstance();
            String name = "lost-" + System.nanoTime();
            factory.createScheduler(name, name, new SimpleThreadPool(1, Thread.NORM_PRIORITY), new RAMJobStore());
            org.quartz.Scheduler host = factory.getScheduler(name);
            QuartzWakes wakes = new QuartzWakes(Optional.of(host), clock());
            wakes.open();
            host.shutdown();
            return Optional.of(wakes);
        } catch (SchedulerException e) {
            throw new AssertionError("no scheduler to lose", e);
        }
    }
}
