package io.tikit.tck.plugin;

import io.tikit.tck.Await;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The threads of this process, to see what comes and goes. */
final class Threads {
    /** Threads of the JVM and of the test run, which come and go as they like. */
    private static final Pattern OTHERS = Pattern.compile("(Common-Cleaner|process reaper|Attach Listener|"
            + "ForkJoinPool\\.commonPool-worker-\\d+|Keep-Alive-.*|surefire-.*|Signal Dispatcher|Reference Handler|"
            + "Finalizer|JaCoCo.*|junit-.*|tck)");

    private final Set<Thread> before = Thread.getAllStackTraces().keySet();

    /** The names of threads that live now and did not then. */
    Set<String> more() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> !OTHERS.matcher(name).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The names of threads that are left after a while. What the JDK ends when nobody holds it any more, such as the
     * thread of a client for HTTP, is helped along.
     */
    Set<String> left(Duration patience) {
        Await.within(patience, () -> {
            boolean gone = more().isEmpty();
            if (!gone) {
                System.gc();
            }
            return gone;
        });
        return more();
    }
}
