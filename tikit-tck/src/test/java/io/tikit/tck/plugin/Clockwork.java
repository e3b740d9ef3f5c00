package io.tikit.tck.plugin;

import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.Setting;
import io.tikit.spi.TikitPlugin;
import io.tikit.spi.work.Work;
import io.tikit.spi.work.WorkConsumer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A sound plugin with a thread of its own, a file in its home and a way to fail. */
final class Clockwork implements TikitPlugin {
    static final Setting<Duration> PACE = Setting.duration("pace", Duration.ofSeconds(1));
    static final Setting<Boolean> JAMMED = Setting.flag("jammed", false);
    static final List<Setting<?>> SETTINGS = List.of(PACE, JAMMED, Setting.secret("token"));

    private @Nullable PluginContext context;
    private @Nullable Thread thread;
    private CountDownLatch end = new CountDownLatch(1);

    @Override
    public PluginDescriptor descriptor() {
        return PluginDescriptor.of("clockwork", "1", SETTINGS.toArray(new Setting<?>[0]));
    }

    @Override
    public void contribute(Contributions to, PluginContext given) {
        context = given;
        to.add(ExtensionPoint.WORK_CONSUMER, "clockwork", new Consumer());
    }

    @Override
    public void start() throws Exception {
        PluginContext own = context;
        if (own == null) {
            throw new IllegalStateException("contribute comes before start");
        }
        Path home = own.folder().orElseThrow();
        Files.writeString(home.resolve("wound"), "up");
        if (own.setting(JAMMED).orElse(false)) {
            throw new IllegalStateException("jammed");
        }
        end = new CountDownLatch(1);
        thread = runAside(end);
    }

    /** A thread that waits for the end. */
    static Thread runAside(CountDownLatch end) {
        Thread thread = new Thread(
                () -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "clockwork");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void stop() throws InterruptedException {
        end.countDown();
        Thread running = thread;
        if (running != null) {
            running.join();
            thread = null;
        }
    }

    /** Whether it ticks. */
    boolean isRunning() {
        return thread != null;
    }

    private static final class Consumer implements WorkConsumer {
        @Override
        public String name() {
            return "clockwork";
        }

        @Override
        public Set<String> eventTypes() {
            return Set.of();
        }

        @Override
        public void handle(Work work) {
            // Counts nothing.
        }
    }
}
