package io.tikit.tck.extraction;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.extraction.Extraction;
import io.tikit.spi.extraction.ExtractionLimits;
import io.tikit.spi.extraction.ExtractorCapability;
import io.tikit.spi.extraction.FileHint;
import io.tikit.spi.extraction.TextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * An extractor of plain text, of the first text in an archive, and of pictures of type {@code image/x-words} that are
 * made of their words. Safe for use by several threads.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public final class PlainTextExtractor implements TextExtractor {
    private final Set<ExtractorCapability> capabilities;

    /** An extractor with all capabilities. */
    public PlainTextExtractor() {
        this(EnumSet.allOf(ExtractorCapability.class));
    }

    /**
     * An extractor.
     *
     * @param capabilities what it can do
     */
    public PlainTextExtractor(Set<ExtractorCapability> capabilities) {
        this.capabilities = Set.copyOf(capabilities);
    }

    @Override
    public Set<ExtractorCapability> capabilities() {
        return capabilities;
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("text/plain");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Extraction extract(InputStream content, FileHint hint, ExtractionLimits limits) throws IOException {
        if (hint.mediaType().equals("text/plain")) {
            return plain(content, limits);
        }
        if (hint.mediaType().equals("image/x-words") && capabilities.contains(ExtractorCapability.IMAGES)) {
            return plain(content, limits);
        }
        if (hint.mediaType().equals("application/zip") && capabilities.contains(ExtractorCapability.CONTAINERS)) {
            return zipped(content, limits);
        }
        return Extraction.none(Extraction.Outcome.UNSUPPORTED);
    }

    /**
     * A plain text.
     *
     * @param text what it holds
     * @return the file
     */
    public static TextExtractorFixture.Sample plain(String text) {
        return new TextExtractorFixture.Sample("text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * An archive with a plain text in it.
     *
     * @param text what the text holds
     * @return the file
     */
    public static TextExtractorFixture.Sample zipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("inside.txt"));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TextExtractorFixture.Sample("application/zip", bytes.toByteArray());
    }

    /**
     * A picture of words.
     *
     * @param text the words
     * @return the file
     */
    public static TextExtractorFixture.Sample painted(String text) {
        return new TextExtractorFixture.Sample("image/x-words", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Extraction zipped(InputStream content, ExtractionLimits limits) throws IOException {
        // Left open for its owner.
        InputStream kept = new FilterInputStream(content) {
            @Override
            public void close() {
                // not ours
            }
        };
        try (ZipInputStream zip = new ZipInputStream(kept)) {
            return zip.getNextEntry() == null ? Extraction.none(Extraction.Outcome.UNREADABLE) : plain(zip, limits);
        } catch (ZipException | java.io.EOFException e) {
            return Extraction.none(Extraction.Outcome.UNREADABLE);
        }
    }

    private static Extraction plain(InputStream content, ExtractionLimits limits) throws IOException {
        long end = System.nanoTime() + limits.time().toNanos();
        long most = Math.min(limits.bytes(), 4L * limits.characters() + 4);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        boolean whole = false;
        while (!whole && bytes.size() < most && System.nanoTime() - end < 0) {
            int count = content.read(buffer);
            whole = count < 0;
            bytes.write(buffer, 0, Math.max(count, 0));
        }
        String text = bytes.toString(StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ");
        if (text.length() <= limits.characters()) {
            return new Extraction(whole ? Extraction.Outcome.COMPLETE : Extraction.Outcome.CUT, text);
        }
        int length = limits.characters();
        int cut = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return new Extraction(Extraction.Outcome.CUT, text.substring(0, cut));
    }
}
