package io.tikit.tck.extraction;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.extraction.TextExtractor;

/**
 * What the author of a text extractor gives to the contract: the extractor, and files of the kinds that it reads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface TextExtractorFixture {
    /**
     * Another extractor, not yet open. Closed by the contract.
     *
     * @return the extractor
     */
    TextExtractor extractor();

    /**
     * A file that holds a text.
     *
     * @param text lines of words of several scripts
     * @return the file
     */
    Sample document(String text);

    /**
     * A file with a document inside, such as an archive.
     *
     * @param text what the document inside holds
     * @return the file; also needed from an extractor without capability CONTAINERS, which is to refuse it
     */
    Sample container(String text);

    /**
     * A picture of words.
     *
     * @param text a few words of ASCII letters
     * @return the file; also needed from an extractor without capability IMAGES, which is to refuse it
     */
    Sample image(String text);

    /**
     * A file.
     *
     * @param mediaType its type
     * @param bytes what is in it
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Sample(String mediaType, byte[] bytes) {
        /** Takes the bytes as they are. */
        public Sample {}
    }
}
