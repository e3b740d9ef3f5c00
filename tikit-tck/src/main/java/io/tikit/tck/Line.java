package io.tikit.tck;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * The line between a storage and its data, which a test cuts. What was going on over the line when it is cut is lost,
 * as when a server dies or a cable is pulled: the other side takes back what was not committed.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface Line {
    /** Cuts the line now, and leaves it cut until {@link #mend}. */
    void cut();

    /**
     * Loses the connection that sends a statement, before it arrives. Other connections are not touched.
     *
     * @param nth which statement, counted from now over all connections, from 1
     */
    void loseStatement(int nth);

    /** Loses the connection that sends the next commit, before it arrives: nothing is committed. */
    void loseCommit();

    /** Loses the connection that sends the next commit, after it was done: nobody hears of it. */
    void loseAnswerToCommit();

    /**
     * Makes the line whole again. What is planned and has not happened is taken back.
     *
     * @return whether something was lost since the last call
     */
    boolean mend();
}
