package io.tikit.benchmarks;

/** One of the two whose work is compared. Safe for use by several threads. */
interface Side extends AutoCloseable {
    String name();

    /** Opens a ticket; durable when this returns. */
    void create(long number) throws Exception;

    /** Waits until all that follows from the tickets opened so far is done. */
    void finish() throws InterruptedException;

    @Override
    void close();
}
