package io.tikit.quartz;

import java.util.concurrent.TimeUnit;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.core.QuartzScheduler;
import org.quartz.core.QuartzSchedulerResources;
import org.quartz.impl.StdJobRunShellFactory;
import org.quartz.impl.StdScheduler;
import org.quartz.simpl.CascadingClassLoadHelper;
import org.quartz.simpl.RAMJobStore;
import org.quartz.simpl.SimpleJobFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A scheduler of our own. It is put together by hand, because the factories of Quartz register what they make in a list
 * that the whole JVM shares, and read system properties.
 */
final class OwnQuartz {
    private static final Logger LOG = LoggerFactory.getLogger(OwnQuartz.class);
    private static final long CLOSING_MILLISECONDS = TimeUnit.SECONDS.toMillis(10);
    /** Tells Quartz to keep its own value. */
    private static final long DEFAULT = -1;

    private final WakeThreads threads;
    private final Scheduler scheduler;

    private OwnQuartz(WakeThreads threads, Scheduler scheduler) {
        this.threads = threads;
        this.scheduler = scheduler;
    }

    static OwnQuartz start(String name) throws SchedulerException {
        WakeThreads threads = new WakeThreads(name);
        StdJobRunShellFactory shells = new StdJobRunShellFactory();
        RAMJobStore store = new RAMJobStore();
        QuartzSchedulerResources resources = new QuartzSchedulerResources();
        resources.setName(name);
        resources.setInstanceId(name);
        resources.setThreadName(name + "-watch");
        resources.setMakeSchedulerThreadDaemon(true);
        resources.setThreadPool(threads);
        resources.setThreadExecutor(threads);
        resources.setJobStore(store);
        resources.setJobRunShellFactory(shells);
        QuartzScheduler quartz = new QuartzScheduler(resources, DEFAULT, DEFAULT);
        CascadingClassLoadHelper classes = new CascadingClassLoadHelper();
        classes.initialize();
        store.initialize(classes, quartz.getSchedulerSignaler());
        Scheduler scheduler = new StdScheduler(quartz);
        // The default one would want java.desktop, to set properties that the job does not have.
        scheduler.setJobFactory(new SimpleJobFactory());
        shells.initialize(scheduler);
        quartz.initialize();
        scheduler.start();
        return new OwnQuartz(threads, scheduler);
    }

    Scheduler scheduler() {
        return scheduler;
    }

    void end() throws SchedulerException {
        scheduler.shutdown(false);
        try {
            if (!threads.awaitEnd(CLOSING_MILLISECONDS)) {
                LOG.warn(
                        "A thread of the scheduler still runs; its action takes more than {} ms", CLOSING_MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
