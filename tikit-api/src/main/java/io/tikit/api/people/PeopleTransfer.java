package io.tikit.api.people;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Many people at once, from files and into files (REQ-UM-006). Files are read and written as they come, so their size
 * does not matter for memory; a file to import has at most 200,000 people. All of it is done in units of the engine's
 * own, never in a transaction of the host. Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface PeopleTransfer {
    /**
     * Writes all people of the desk, in the order in which it came to know them.
     *
     * @param format how
     * @param columns what of each; {@link PersonColumn#EXTERNAL_ID} is always there
     * @param to where; flushed, not closed
     * @return how many people
     * @throws IOException if it cannot be written
     * @throws io.tikit.api.error.NotPermittedException if the caller may not see people
     */
    long write(TransferFormat format, Set<PersonColumn> columns, OutputStream to) throws IOException;

    /**
     * Tells what an import would do, and does nothing.
     *
     * @param format how the file is written
     * @param from the file
     * @param lines hears of each line in their order; false stops
     * @return the sum, with the plan for {@link #read}
     * @throws IOException if the file cannot be read
     * @throws io.tikit.api.error.NotPermittedException if the caller may not change people
     */
    ImportReport check(TransferFormat format, TransferSource from, Predicate<ImportLine> lines) throws IOException;

    /**
     * Does what a dry run said: all but the refused lines, a hundred in one unit of work. Whoever stops it, or whatever
     * breaks it, leaves whole units; a new dry run then finds what was done to be unchanged.
     *
     * @param format how the file is written
     * @param from the file
     * @param plan that of the dry run
     * @param lines hears of each line once its unit is committed; false stops before the next unit
     * @return the sum
     * @throws IOException if the file cannot be read
     * @throws io.tikit.api.error.NotPermittedException if the caller may not change people
     * @throws io.tikit.api.error.ConflictException if the file or the people are not what they were in the dry run;
     *     nothing is done then, but for whole units before the one in which that is found
     */
    ImportReport read(TransferFormat format, TransferSource from, String plan, Predicate<ImportLine> lines)
            throws IOException;
}
