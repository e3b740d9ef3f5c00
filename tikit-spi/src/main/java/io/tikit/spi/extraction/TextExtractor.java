package io.tikit.spi.extraction;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Set;

/**
 * Takes the text out of files so that they can be found by it. The engine calls {@link #open} once, then {@link #extract}
 * from several threads, then {@link #close}; beyond the limits given it bounds each call by an interrupt of its thread.
 * Nothing that a file names is fetched, run or written. Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface TextExtractor extends AutoCloseable {
    /**
     * What the extractor can do. Always the same answer, also before the opening.
     *
     * @return all, unless overridden
     */
    default Set<ExtractorCapability> capabilities() {
        return EnumSet.allOf(ExtractorCapability.class);
    }

    /**
     * The types of files that it reads. With several extractors for a type the engine asks them in the order of the
     * plugins until one does not answer UNSUPPORTED. Always the same answer, also before the opening.
     *
     * @return types in lower case without parameters, such as {@code application/pdf}, at least one
     */
    Set<String> mediaTypes();

    /**
     * A number that grows when the extractor reads more than before, so that the engine may read old files again.
     *
     * @return from 1 on
     */
    int version();

    /** Makes ready. */
    default void open() {}

    /**
     * Takes out the text. Reads the stream once and no further than needed, and does not close it.
     *
     * @param content the bytes of the file
     * @param hint what is known about it
     * @param limits how far it may go; honoured within a second
     * @return the outcome; whatever is wrong with the file is an outcome, too
     * @throws IOException if the stream fails, as the stream threw it
     * @throws io.tikit.api.error.UnavailableException with code PART_UNAVAILABLE if the extractor cannot work now
     */
    Extraction extract(InputStream content, FileHint hint, ExtractionLimits limits) throws IOException;

    /** Ends. A second call does nothing. */
    @Override
    default void close() {}
}
