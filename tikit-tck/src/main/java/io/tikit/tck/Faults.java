package io.tikit.tck;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Plants faults: wraps a part so that chosen calls fail, hang or do something on the way. What a wrapped part gives is
 * wrapped as well, so that faults reach the repositories of a unit of work. Safe for use by several threads.
 *
 * <pre>{@code
 * Faults faults = new Faults();
 * Storage storage = faults.wrap(Storage.class, real);
 * faults.failAfter("UnitOfWork.commit", 2, () -> unavailable());   // the second commit happens, but nobody hears of it
 * }</pre>
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class Faults {
    /** Stands for any call but {@code close}. */
    public static final String ANY = "*";

    private static final String PARTS = "io.tikit.spi.";

    private final List<Plan> plans = new ArrayList<>();
    private final Map<String, Lie> lies = new HashMap<>();
    private final List<CountDownLatch> hanging = new ArrayList<>();
    private final AtomicLong calls = new AtomicLong();

    /** Makes a source without faults. */
    public Faults() {}

    /**
     * Wraps a part.
     *
     * @param type an interface
     * @param target the part
     * @param <T> the type of the part
     * @return a part that behaves like the target, but for the faults
     */
    public <T> T wrap(Class<T> type, T target) {
        Objects.requireNonNull(target, "target");
        InvocationHandler handler = (proxy, method, arguments) -> invoke(target, method, arguments);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /**
     * Makes a call fail before it does anything.
     *
     * @param call the name of the interface, a dot and the name of the method, such as {@code UnitOfWork.commit}; or
     *     {@link #ANY}
     * @param nth which one of those calls, counted from now, from 1
     * @param failure makes what is thrown
     */
    public void failBefore(String call, int nth, Supplier<? extends RuntimeException> failure) {
        before(call, nth, throwing(failure));
    }

    /**
     * Makes a call fail after it was done, so that its effect is there and nobody knows.
     *
     * @param call the name of the call, as for {@link #failBefore}
     * @param nth which one of those calls, counted from now, from 1
     * @param failure makes what is thrown
     */
    public void failAfter(String call, int nth, Supplier<? extends RuntimeException> failure) {
        after(call, nth, throwing(failure));
    }

    /**
     * Does something on the calling thread before a call, such as waiting for the test.
     *
     * @param call the name of the call, as for {@link #failBefore}
     * @param nth which one of those calls, counted from now, from 1
     * @param action what is done
     */
    public void before(String call, int nth, Runnable action) {
        plan(new Plan(call, nth, true, action));
    }

    /**
     * Does something on the calling thread after a call.
     *
     * @param call the name of the call, as for {@link #failBefore}
     * @param nth which one of those calls, counted from now, from 1
     * @param action what is done
     */
    public void after(String call, int nth, Runnable action) {
        plan(new Plan(call, nth, false, action));
    }

    /**
     * Makes a call slow: its thread waits before the call is done, or until it is interrupted.
     *
     * @param call the name of the call, as for {@link #failBefore}
     * @param nth which one of those calls, counted from now, from 1
     * @param length how long
     */
    public void slow(String call, int nth, Duration length) {
        before(call, nth, () -> await(new CountDownLatch(1), length));
    }

    /**
     * Makes a call hang: its thread waits before the call is done, until {@link #heal} or until it is interrupted, at
     * most for as long as {@link Await#PATIENCE}.
     *
     * @param call the name of the call, as for {@link #failBefore}
     * @param nth which one of those calls, counted from now, from 1
     */
    public void hang(String call, int nth) {
        CountDownLatch latch = new CountDownLatch(1);
        synchronized (plans) {
            hanging.add(latch);
        }
        before(call, nth, () -> await(latch, Await.PATIENCE));
    }

    /**
     * Makes a part lie: from now on each such call is answered by the lie, which may ask the real part.
     *
     * @param call the name of the call, as for {@link #failBefore}, but not {@link #ANY}
     * @param lie gives the answers
     */
    public void lie(String call, Lie lie) {
        synchronized (plans) {
            lies.put(call, lie);
        }
    }

    /** Takes back what was planned and has not happened, lets go what hangs, and ends all lies. */
    public void heal() {
        synchronized (plans) {
            plans.clear();
            lies.clear();
            hanging.forEach(CountDownLatch::countDown);
            hanging.clear();
        }
    }

    /**
     * Tells whether something that was planned has not happened yet.
     *
     * @return whether a fault still waits for its call
     */
    public boolean isPlanned() {
        synchronized (plans) {
            return !plans.isEmpty();
        }
    }

    /**
     * How many calls went through wrapped parts, {@code close} included.
     *
     * @return the count
     */
    public long calls() {
        return calls.get();
    }

    private void plan(Plan plan) {
        synchronized (plans) {
            plans.add(plan);
        }
    }

    private static Runnable throwing(Supplier<? extends RuntimeException> failure) {
        return () -> {
            throw failure.get();
        };
    }

    private @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return method.invoke(target, arguments);
        }
        calls.incrementAndGet();
        List<Plan> due = due(method);
        due.stream().filter(Plan::before).forEach(plan -> plan.action.run());
        Lie lie;
        synchronized (plans) {
            lie = lies.get(name(method));
        }
        Object result = lie == null
                ? real(target, method, arguments)
                : lie.answer(
                        given -> real(target, method, given), arguments == null ? new Object[0] : arguments.clone());
        due.stream().filter(plan -> !plan.before).forEach(plan -> plan.action.run());
        return result == null ? null : wrapPart(method.getReturnType(), result);
    }

    private Object wrapPart(Class<?> type, Object result) {
        boolean part = type.isInterface() && !type.isSealed() && type.getName().startsWith(PARTS);
        return part ? wrapUnchecked(type, result) : result;
    }

    private static @Nullable Object real(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static void await(CountDownLatch latch, Duration length) {
        try {
            if (latch.await(length.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private <T> Object wrapUnchecked(Class<T> type, Object result) {
        return wrap(type, type.cast(result));
    }

    private List<Plan> due(Method method) {
        String call = name(method);
        List<Plan> due = new ArrayList<>();
        synchronized (plans) {
            for (Plan plan : plans) {
                boolean meant = plan.call.equals(ANY) ? !method.getName().equals("close") : plan.call.equals(call);
                if (meant && --plan.left == 0) {
                    due.add(plan);
                }
            }
            plans.removeAll(due);
        }
        return due;
    }

    /** Answers in the place of a part. */
    @FunctionalInterface
    public interface Lie {
        /**
         * Gives the answer to a call.
         *
         * @param real makes the call at the real part
         * @param given what the caller gave
         * @return the answer, of the type that the caller expects; null where it expects none
         * @throws Throwable what the caller gets instead of an answer
         */
        @Nullable
        Object answer(Real real, @Nullable Object[] given) throws Throwable;
    }

    /** Makes a call at the real part. */
    @FunctionalInterface
    public interface Real {
        /**
         * Makes the call.
         *
         * @param given what the real part gets
         * @return its answer, null where it gives none
         * @throws Throwable what it throws
         */
        @Nullable
        Object with(@Nullable Object... given) throws Throwable;
    }

    private static final class Plan {
        private final String call;
        private final boolean before;
        private final Runnable action;
        private int left;

        Plan(String call, int nth, boolean before, Runnable action) {
            if (nth < 1) {
                throw new IllegalArgumentException("calls count from 1, not " + nth);
            }
            this.call = Objects.requireNonNull(call, "call");
            this.before = before;
            this.action = Objects.requireNonNull(action, "action");
            left = nth;
        }

        boolean before() {
            return before;
        }
    }
}
