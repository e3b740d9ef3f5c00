package io.tikit.benchmarks;

import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.TikitPlugin;
import io.tikit.spi.work.Work;
import io.tikit.spi.work.WorkConsumer;
import java.util.Set;

/** A consumer that is told of every event and does nothing, so that what it costs to tell it can be seen. */
final class NothingConsumer implements TikitPlugin, WorkConsumer {
    @Override
    public PluginDescriptor descriptor() {
        return PluginDescriptor.of("nothing", "1");
    }

    @Override
    public void contribute(Contributions to, PluginContext context) {
        to.add(ExtensionPoint.WORK_CONSUMER, "nothing", this);
    }

    @Override
    public String name() {
        return "nothing";
    }

    @Override
    public Set<String> eventTypes() {
        return Set.of();
    }

    @Override
    public void handle(Work work) {
        // That is its purpose.
    }
}
