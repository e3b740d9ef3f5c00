package io.tikit.quartz;

import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Quartz runs when a wish is due. Public because Quartz makes the instances; of no use to anybody else.
 *
 * @since 0.1
 */
public final class WakeJob implements Job {
    static final String WAKES = "tikit.wakes";
    static final String NAME = "tikit.name";
    static final String TOKEN = "tikit.token";
    private static final Logger LOG = LoggerFactory.getLogger(WakeJob.class);

    /** For Quartz. */
    public WakeJob() {}

    @Override
    public void execute(JobExecutionContext context) {
        String name = context.getMergedJobDataMap().getString(NAME);
        try {
            Object wakes = context.getScheduler()
                    .getContext()
                    .get(context.getMergedJobDataMap().getString(WAKES));
            if (wakes instanceof QuartzWakes live) {
                live.fire(name, context.getMergedJobDataMap().getString(TOKEN));
            } else {
                LOG.debug("Wish {} is of an engine that is gone; ignored", name);
            }
        } catch (SchedulerException e) {
            LOG.warn("Wish {} did not run, because its scheduler has no context", name, e);
        }
    }
}
