package io.tikit.core.interceptor;

import io.tikit.api.Command;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.PluginException;
import io.tikit.api.error.UnavailableException;
import io.tikit.api.ticket.TicketChange;
import io.tikit.spi.interceptor.Answer;
import io.tikit.spi.interceptor.Interceptor;
import io.tikit.spi.interceptor.PendingCommand;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One interceptor, bounded: in time, in how many threads it can hold when it does not heed the interrupt, and in how often
 * it can make commands wait in vain.
 */
final class GuardedInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedInterceptor.class);
    private static final int MOST_AT_ONCE = 64;
    private static final int IN_ROW = 3;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final String plugin;
    private final Interceptor interceptor;
    private final String name;
    private final Set<Class<? extends Command<?>>> commands;
    private final boolean required;
    private final long nanos;
    private final Duration timeout;
    private final Executor executor;
    private final Semaphore threads = new Semaphore(MOST_AT_ONCE);
    private final AtomicInteger timeouts = new AtomicInteger();
    private volatile long lastTimeout;
    private volatile boolean failing;

    GuardedInterceptor(String plugin, Interceptor interceptor, Duration timeout, Executor executor) {
        this.plugin = plugin;
        this.interceptor = interceptor;
        this.name = interceptor.name();
        this.commands = Set.copyOf(interceptor.commands());
        this.required = interceptor.isRequired();
        this.timeout = timeout;
        this.nanos = timeout.toNanos();
        this.executor = executor;
    }

    /**
     * What came of asking.
     *
     * @param skipped why the command goes on without an answer
     */
    record Outcome(Answer answer, Optional<String> skipped) {}

    String name() {
        return name;
    }

    boolean wants(Command<?> command) {
        return commands.isEmpty() || commands.contains(command.getClass());
    }

    boolean isFailing() {
        return failing;
    }

    Outcome ask(PendingCommand command, Predicate<List<TicketChange>> takes) {
        if (timeouts.get() >= IN_ROW && System.nanoTime() - lastTimeout < PAUSE.toNanos()) {
            return late("is not asked for a while, since it did not answer in time " + IN_ROW + " times in a row");
        }
        try {
            Answer answer = answer(command);
            Optional<String> breach = AnswerRules.breach(answer);
            if (breach.isEmpty() && !takes.test(answer.changes())) {
                breach = Optional.of(
                        "it changes what a " + command.command().getClass().getSimpleName() + " does not take");
            }
            if (breach.isPresent()) {
                return failed("gave an answer that breaks the rules: " + breach.get(), null);
            }
            timeouts.set(0);
            failing = false;
            return new Outcome(answer, Optional.empty());
        } catch (TimeoutException e) {
            timeouts.incrementAndGet();
            lastTimeout = System.nanoTime();
            return late("gave no answer within " + timeout);
        } catch (ExecutionException e) {
            timeouts.set(0);
            return failed("failed", e.getCause());
        } catch (RejectedExecutionException e) {
            return failed("could not be asked, since the executor takes no task", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(
                    ErrorCode.PART_UNAVAILABLE, "interrupted while interceptor " + name + " was asked", e);
        }
    }

    private Answer answer(PendingCommand command) throws TimeoutException, ExecutionException, InterruptedException {
        long start = System.nanoTime();
        if (!threads.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
            throw new TimeoutException();
        }
        AtomicBoolean begun = new AtomicBoolean();
        FutureTask<Answer> task = new FutureTask<>(() -> {
            if (!begun.compareAndSet(false, true)) {
                throw new RejectedExecutionException("given up before it began");
            }
            try {
                return interceptor.intercept(command);
            } finally {
                threads.release();
            }
        });
        boolean through = false;
        try {
            executor.execute(task);
            Answer answer = task.get(nanos - (System.nanoTime() - start), TimeUnit.NANOSECONDS);
            through = true;
            return answer;
        } finally {
            if (!through) {
                task.cancel(true);
                if (begun.compareAndSet(false, true)) {
                    threads.release();
                }
            }
        }
    }

    private Outcome late(String what) {
        if (!failing) {
            LOG.warn("interceptor {} of plugin {} {}", name, plugin, what);
        }
        failing = true;
        if (required) {
            throw new UnavailableException(
                    ErrorCode.PART_UNAVAILABLE,
                    "interceptor " + name + " of plugin " + plugin + " " + what + "; nothing was written",
                    null);
        }
        return new Outcome(Answer.NOTHING, Optional.of("timeout"));
    }

    private Outcome failed(String what, @Nullable Throwable cause) {
        if (!failing) {
            LOG.warn("interceptor {} of plugin {} {}", name, plugin, what, cause);
        }
        failing = true;
        if (required) {
            throw new PluginException(plugin, "interceptor " + name + " " + what + "; nothing was written", cause);
        }
        return new Outcome(Answer.NOTHING, Optional.of("failure"));
    }
}
