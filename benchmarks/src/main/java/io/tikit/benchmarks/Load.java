package io.tikit.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Threads that open tickets one after the other, as fast as they can. */
final class Load implements AutoCloseable {
    private final ExecutorService executor;
    private final int threads;
    private final AtomicLong number = new AtomicLong();

    Load(int threads) {
        this.threads = threads;
        this.executor = Executors.newFixedThreadPool(threads);
    }

    /**
     * A measurement.
     *
     * @param rate tickets a second whose effects are done: what follows the last commit counts as time as well
     * @param times how long each create took
     * @param cpuMicros processor time of this JVM per ticket, which says more than the rate when the machine is busy
     */
    record Window(double rate, Times times, double cpuMicros) {}

    /** Measures one side. */
    Window run(Side side, Duration length) throws Exception {
        side.finish();
        // What one side left on the heap is not for the other one to clear away.
        System.gc();
        long cpu = cpuNanos();
        long start = System.nanoTime();
        long end = start + length.toNanos();
        List<Future<long[]>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Callable<long[]> task = () -> loop(side, end);
            running.add(executor.submit(task));
        }
        List<long[]> parts = new ArrayList<>();
        for (Future<long[]> part : running) {
            parts.add(part.get());
        }
        side.finish();
        double seconds = (System.nanoTime() - start) / 1e9;
        Times times = Times.of(parts);
        return new Window(times.count() / seconds, times, (cpuNanos() - cpu) / 1e3 / times.count());
    }

    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    private long[] loop(Side side, long end) throws Exception {
        long[] nanos = new long[1024];
        int count = 0;
        for (long before = System.nanoTime(); before < end; ) {
            side.create(number.incrementAndGet());
            long after = System.nanoTime();
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = after - before;
            before = after;
        }
        return Arrays.copyOf(nanos, count);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
