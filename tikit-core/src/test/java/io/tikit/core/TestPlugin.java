package io.tikit.core;

import io.tikit.spi.Contributions;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.TikitPlugin;
import java.util.function.BiConsumer;

/** A plugin put together by a test. */
final class TestPlugin implements TikitPlugin {
    /** Something that may throw. */
    interface Step {
        void take() throws Exception;
    }

    private final PluginDescriptor descriptor;
    private BiConsumer<Contributions, PluginContext> contribute = (to, context) -> {};
    private Step start = () -> {};
    private Step stop = () -> {};

    TestPlugin(String id) {
        this(PluginDescriptor.of(id, "1"));
    }

    TestPlugin(PluginDescriptor descriptor) {
        this.descriptor = descriptor;
    }

    TestPlugin contributing(BiConsumer<Contributions, PluginContext> action) {
        contribute = action;
        return this;
    }

    TestPlugin starting(Step action) {
        start = action;
        return this;
    }

    TestPlugin stopping(Step action) {
        stop = action;
        return this;
    }

    @Override
    public PluginDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public void contribute(Contributions to, PluginContext context) {
        contribute.accept(to, context);
    }

    @Override
    public void start() throws Exception {
        start.take();
    }

    @Override
    public void stop() throws Exception {
        stop.take();
    }
}
