package io.tikit.tck.plugin;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.TikitPlugin;
import io.tikit.spi.channel.Channel;
import io.tikit.spi.notification.Notifier;
import io.tikit.spi.scheduler.Scheduler;
import io.tikit.spi.search.SearchIndex;
import io.tikit.spi.storage.Storage;
import io.tikit.tck.TestPluginContext;
import io.tikit.tck.Together;
import io.tikit.tck.channel.RecordingInbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A plugin in the hands of the contract, which leads it through its life as an engine does: contribute, open what is
 * opened before the start, start, open the rest, and back.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class RunningPlugin {
    private final TikitPlugin plugin;
    private final TestPluginContext context;
    private final Duration patience;
    private final List<Part> parts = new ArrayList<>();
    private final RecordingInbox inbox = new RecordingInbox();
    private boolean taking;

    record Part(ExtensionPoint<?> point, String name, Object part) {
        String described() {
            return point.name() + " " + name + " " + part.getClass().getName();
        }
    }

    RunningPlugin(TikitPlugin plugin, TestPluginContext context, Duration patience) {
        this.plugin = plugin;
        this.context = context;
        this.patience = patience;
    }

    /**
     * What the plugin was given.
     *
     * @return the surroundings
     */
    public TestPluginContext context() {
        return context;
    }

    /**
     * What the channels of the plugin bring in.
     *
     * @return the inbox with which they were opened
     */
    public RecordingInbox inbox() {
        return inbox;
    }

    /**
     * A part that the plugin contributed.
     *
     * @param point where
     * @param name its name
     * @param <S> the type of the part
     * @return the part
     * @throws AssertionError if there is no such part
     */
    public <S> S part(ExtensionPoint<S> point, String name) {
        return parts.stream()
                .filter(part -> part.point().equals(point) && part.name().equals(name))
                .map(part -> point.type().cast(part.part()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no part " + name + " at " + point.name()));
    }

    List<Part> parts() {
        return parts;
    }

    void contribute() throws Exception {
        taking = true;
        inTime("contribute", () -> {
            plugin.contribute(new Collector(), context);
            return true;
        });
        taking = false;
    }

    void start() throws Exception {
        for (Part one : parts) {
            if (one.part() instanceof Storage storage) {
                storage.open();
            } else if (one.part() instanceof SearchIndex index) {
                index.open();
            } else if (one.part() instanceof Scheduler scheduler) {
                scheduler.open();
            }
        }
        inTime("start", () -> {
            plugin.start();
            return true;
        });
        for (Part one : parts) {
            if (one.part() instanceof Notifier notifier) {
                notifier.open();
            } else if (one.part() instanceof Channel channel) {
                channel.open(inbox);
            }
        }
    }

    void stop() throws Exception {
        for (Part one : parts) {
            if (one.part() instanceof Channel || one.part() instanceof Notifier) {
                ((AutoCloseable) one.part()).close();
            }
        }
        inTime("stop", () -> {
            plugin.stop();
            return true;
        });
        for (Part one : parts) {
            if (one.part() instanceof Storage || one.part() instanceof SearchIndex || one.part() instanceof Scheduler) {
                ((AutoCloseable) one.part()).close();
            }
        }
    }

    private void inTime(String what, Callable<Boolean> call) throws Exception {
        Future<Boolean> future = Together.start(call);
        try {
            future.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new AssertionError("the plugin did not " + what + " within " + patience, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private final class Collector implements Contributions {
        @Override
        public <S> void add(ExtensionPoint<S> point, String name, S part) {
            if (!taking) {
                throw new AssertionError("the part " + name + " comes after contribute() has returned");
            }
            Objects.requireNonNull(part, "part");
            parts.add(new Part(Objects.requireNonNull(point, "point"), Objects.requireNonNull(name, "name"), part));
        }
    }
}
