package io.tikit.spi.report;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Writes a table as a file of one format. Texts of a report come from strangers: none of them may become a formula, markup
 * or a link that acts by itself. The engine calls {@link #open} once, then {@link #render} from several threads, then
 * {@link #close}. Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface ReportRenderer extends AutoCloseable {
    /** How many rows a renderer takes that keeps them in memory. */
    int MOST_ROWS_IN_MEMORY = 10_000;

    /**
     * What the renderer can do. Always the same answer, also before the opening.
     *
     * @return all, unless overridden
     */
    default Set<RendererCapability> capabilities() {
        return EnumSet.allOf(RendererCapability.class);
    }

    /**
     * The type of what it writes. With several renderers of one type the host chooses by the name of the part.
     *
     * @return in lower case, with the character set where it matters, such as {@code text/csv;charset=utf-8}
     */
    String mediaType();

    /**
     * How names of such files end.
     *
     * @return lower-case ASCII letters and digits without a dot, such as {@code csv}
     */
    String extension();

    /** Makes ready. */
    default void open() {}

    /**
     * Writes a table. Takes rows one by one, flushes the stream at the end and does not close it.
     *
     * @param table the frame
     * @param rows each with one cell a column; read on the calling thread
     * @param out takes the bytes
     * @throws IOException if the stream fails, as the stream threw it; no row is taken after that
     * @throws io.tikit.api.error.LimitException with code LIMIT_REACHED if there are more rows than
     *     {@link #MOST_ROWS_IN_MEMORY} and the renderer lacks the capability STREAMING; nothing was written
     * @throws io.tikit.api.error.UnavailableException with code PART_UNAVAILABLE if the renderer cannot work now
     */
    void render(ReportTable table, Iterator<List<Cell>> rows, OutputStream out) throws IOException;

    /** Ends. A second call does nothing. */
    @Override
    default void close() {}
}
