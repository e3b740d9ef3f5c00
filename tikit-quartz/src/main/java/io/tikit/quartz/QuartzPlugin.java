package io.tikit.quartz;

import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.TikitPlugin;
import java.util.Optional;
import org.quartz.Scheduler;

/**
 * Contributes the scheduler on Quartz, under the name {@code quartz}. It has no settings.
 *
 * @since 0.1
 */
public final class QuartzPlugin implements TikitPlugin {
    private final Optional<Scheduler> host;

    /** With a scheduler of its own, in memory, on daemon threads, that lives as long as the engine. */
    public QuartzPlugin() {
        host = Optional.empty();
    }

    /**
     * On the host's scheduler, which the host starts and stops. The engine's jobs are in groups that begin with
     * {@code tikit-} and are deleted when the engine closes. The job store should be in memory: actions live in this JVM
     * alone, and what a persistent store brings back after a restart is ignored.
     *
     * @param host the host's scheduler
     */
    public QuartzPlugin(Scheduler host) {
        this.host = Optional.of(host);
    }

    @Override
    public PluginDescriptor descriptor() {
        return PluginDescriptor.of("quartz", "0.1");
    }

    @Override
    public void contribute(Contributions to, PluginContext context) {
        to.add(ExtensionPoint.SCHEDULER, "quartz", new QuartzWakes(host, context.clock()));
    }
}
