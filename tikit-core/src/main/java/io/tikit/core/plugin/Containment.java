package io.tikit.core.plugin;

import io.tikit.api.error.PluginException;
import io.tikit.api.error.TikitException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Bounds calls into plugins. A call is made on a thread of its own while the caller waits for as long as the
 * {@link Errand} allows; then it is given up. A part that has let too many calls hang is not asked again until one of them
 * comes back, so that threads do not pile up.
 */
public final class Containment implements AutoCloseable {
    private final AtomicInteger count = new AtomicInteger();
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);
    private final PluginHealth health;

    public Containment(PluginHealth health) {
        this.health = health;
    }

    private Thread thread(Runnable task) {
        Thread thread = new Thread(task, "tikit-call-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** Whether so many calls hang that the part is not asked. */
    public boolean isStuck(Errand errand) {
        return health.stuck().stream()
                        .filter(call -> call.errand().equals(errand))
                        .count()
                >= errand.mostStuck();
    }

    /** Begins a call that the caller makes and watches by itself; empty if so many hang that the part is not asked. */
    public Optional<Call> begin(Errand errand) {
        return isStuck(errand) ? Optional.empty() : Optional.of(new Call(errand, health.stuck()));
    }

    /**
     * Makes a call and waits for it.
     *
     * @throws PluginException if it does not come back in time, throws what nobody should throw, or hangs already
     * @throws TikitException as the part throws it
     */
    public <R> R ask(Errand errand, Callable<R> action) {
        try {
            return run(errand, action);
        } catch (TikitException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PluginException(errand.plugin(), "was interrupted when asked to " + errand.what(), e);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            throw new PluginException(
                    errand.plugin(), "failed when asked to " + errand.what() + ": " + e.getMessage(), e);
        }
    }

    /** A call that gives nothing. */
    public void tell(Errand errand, Step step) {
        ask(errand, () -> {
            step.take();
            return true;
        });
    }

    /** Something that may throw anything. */
    @FunctionalInterface
    public interface Step {
        void take() throws Exception;
    }

    /**
     * Makes a call and waits for it; what it throws goes through.
     *
     * @throws PluginException if it does not come back in time, or hangs already
     */
    public <R> R run(Errand errand, Callable<R> action) throws Exception {
        Call call = begin(errand)
                .orElseThrow(() -> new PluginException(
                        errand.plugin(),
                        "is not asked to " + errand.what() + ", because earlier calls still hang",
                        null));
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        FutureTask<R> task = new FutureTask<>(() -> {
            Thread.currentThread().setContextClassLoader(loader);
            return action.call();
        });
        try {
            threads.execute(() -> {
                try {
                    task.run();
                } finally {
                    call.end();
                }
            });
            return task.get(errand.atMost().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            giveUp(call, task);
            throw new PluginException(errand.plugin(), "did not " + errand.what() + " within " + errand.atMost(), e);
        } catch (InterruptedException e) {
            giveUp(call, task);
            throw e;
        } catch (RejectedExecutionException e) {
            throw new PluginException(
                    errand.plugin(), "is not asked to " + errand.what() + ", the engine is closed", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static void giveUp(Call call, FutureTask<?> task) {
        call.abandon();
        if (call.errand().interrupts()) {
            task.cancel(true);
        }
    }

    /**
     * Wraps a part so that each of its methods is bounded. What it throws goes through; that it gives null, which no
     * contract allows, counts as a failure.
     *
     * @param type an interface
     * @param errands says what a method is asked for
     */
    public <T> T bounded(Class<T> type, T part, Function<Method, Errand> errands) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return ofObject(self, type, method, arguments);
                    }
                    return call(part, errands.apply(method), method, arguments);
                });
        return type.cast(proxy);
    }

    private @Nullable Object call(Object part, Errand errand, Method method, Object @Nullable [] arguments)
            throws Throwable {
        Object result = run(errand, () -> {
            try {
                Object given = method.invoke(part, arguments);
                return given == null && method.getReturnType() == void.class ? Nothing.NOTHING : given;
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        });
        if (result == null) {
            throw new PluginException(errand.plugin(), "gave null when asked to " + errand.what(), null);
        }
        return result == Nothing.NOTHING ? null : result;
    }

    private enum Nothing {
        NOTHING
    }

    private static Object ofObject(Object self, Class<?> type, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            default -> "bounded " + type.getSimpleName();
        };
    }

    /** Interrupts what still runs. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
