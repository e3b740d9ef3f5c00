package io.tikit.tck.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.extraction.Extraction;
import io.tikit.spi.extraction.ExtractionLimits;
import io.tikit.spi.extraction.ExtractorCapability;
import io.tikit.spi.extraction.FileHint;
import io.tikit.spi.extraction.TextExtractor;
import io.tikit.tck.Expect;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * All that a text extractor must keep. A test class implements this and gives the fixture, see
 * {@link TextExtractorFixture}.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface TextExtractorContract extends TextExtractorFixture {
    /** Limits that no sample of the contract reaches. */
    ExtractionLimits WIDE = new ExtractionLimits(1_000_000, 100_000_000, Duration.ofSeconds(20));

    /** Some words of several scripts. */
    String WORDS = "VPN drops hourly\n\u00c4rger \u0130\u0131 \u0645\u0631\u062d\u0628\u0627 \ud83d\ude00";

    /** What an extractor can do is known before its opening and does not change. */
    @Test
    default void capabilitiesAreSteady() {
        try (TextExtractor extractor = extractor()) {
            Set<ExtractorCapability> capabilities = extractor.capabilities();
            extractor.open();
            assertThat(extractor.capabilities()).isEqualTo(capabilities);
            assertThat(extractor.version()).isPositive();
            assertThat(extractor.mediaTypes()).isNotEmpty().allMatch(type -> type.matches("[a-z0-9.+-]+/[a-z0-9.+-]+"));
            assertThat(extractor.mediaTypes()).contains(document("x").mediaType());
        }
    }

    /**
     * The words of a document come out.
     *
     * @throws IOException if the extractor fails
     */
    @Test
    default void wordsComeOut() throws IOException {
        Extraction extraction = extracted(document(WORDS), WIDE);
        assertThat(extraction.outcome()).isEqualTo(Extraction.Outcome.COMPLETE);
        assertThat(extraction.text().split("\\s+")).contains(WORDS.split("\\s+"));
        assertThat(extraction.text().chars().filter(c -> c < ' ' && c != '\n' && c != '\t'))
                .as("control characters")
                .isEmpty();
    }

    /**
     * The limit of characters cuts the text, and tears no pair.
     *
     * @throws IOException if the extractor fails
     */
    @Test
    default void limitOfCharactersIsKept() throws IOException {
        String faces = "\ud83d\ude00".repeat(100);
        for (int most : new int[] {9, 10}) {
            Extraction extraction =
                    extracted(document(faces), new ExtractionLimits(most, 100_000_000, Duration.ofSeconds(20)));
            assertThat(extraction.outcome()).isEqualTo(Extraction.Outcome.CUT);
            assertThat(extraction.text().length()).isBetween(1, most);
            assertThat(Character.isHighSurrogate(
                            extraction.text().charAt(extraction.text().length() - 1)))
                    .as("a torn pair")
                    .isFalse();
        }
    }

    /**
     * No more of a stream is read than the limit of bytes and a little.
     *
     * @throws IOException if the extractor fails
     */
    @Test
    default void limitOfBytesIsKept() throws IOException {
        AtomicLong read = new AtomicLong();
        Sample sample = document("word ".repeat(400_000));
        try (TextExtractor extractor = opened()) {
            Extraction extraction = extractor.extract(
                    counted(sample.bytes(), read, new AtomicInteger()),
                    FileHint.of(sample.mediaType()),
                    new ExtractionLimits(1_000_000_000, 20_000, Duration.ofSeconds(20)));
            assertThat(extraction.outcome()).isNotEqualTo(Extraction.Outcome.COMPLETE);
            assertThat(read.get()).isLessThanOrEqualTo(20_000 + 65_536);
        }
    }

    /**
     * The limit of time ends an extraction of a stream that never ends.
     *
     * @throws IOException if the extractor fails
     */
    @Test
    default void limitOfTimeIsKept() throws IOException {
        long start = System.nanoTime();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return System.nanoTime() - start > 8_000_000_000L ? -1 : 'a';
            }

            @Override
            public int read(byte[] into, int at, int length) {
                int value = read();
                Arrays.fill(into, at, at + length, (byte) value);
                return value < 0 ? -1 : length;
            }
        };
        String type = document("x").mediaType();
        try (TextExtractor extractor = opened()) {
            extractor.extract(
                    endless, FileHint.of(type), new ExtractionLimits(1_000, Long.MAX_VALUE, Duration.ofMillis(200)));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    /**
     * The stream is left open for its owner.
     *
     * @throws IOException if the extractor fails
     */
    @Test
    default void streamIsLeftOpen() throws IOException {
        AtomicInteger closed = new AtomicInteger();
        Sample sample = document(WORDS);
        try (TextExtractor extractor = opened()) {
            extractor.extract(counted(sample.bytes(), new AtomicLong(), closed), FileHint.of(sample.mediaType()), WIDE);
        }
        assertThat(closed.get()).isZero();
    }

    /** When the stream fails, its failure comes through: it says nothing about the file. */
    @Test
    default void failureOfTheStreamComesThrough() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the store is away");
            }

            @Override
            public int read(byte[] into, int at, int length) throws IOException {
                throw new IOException("the store is away");
            }
        };
        String type = document("x").mediaType();
        try (TextExtractor extractor = opened()) {
            assertThatThrownBy(() -> extractor.extract(broken, FileHint.of(type), WIDE))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the store is away");
        }
    }

    /**
     * Damaged and misnamed files are ordinary outcomes.
     *
     * @throws IOException if the extractor fails
     */
    @Test
    default void damagedFilesAreOutcomes() throws IOException {
        for (Sample sample : new Sample[] {document(WORDS), container(WORDS), image("WORDS")}) {
            byte[] bytes = sample.bytes();
            byte[] cut = Arrays.copyOf(bytes, bytes.length / 2);
            byte[] noise = bytes.clone();
            for (int i = 0; i < noise.length; i += 3) {
                noise[i] ^= (byte) 0xa5;
            }
            for (byte[] damaged : new byte[][] {cut, noise, new byte[0]}) {
                assertThat(extracted(new Sample(sample.mediaType(), damaged), WIDE)
                                .text())
                        .hasSizeLessThan(100_000);
            }
        }
    }

    /**
     * A type that the extractor does not read is said to be so.
     *
     * @throws IOException if the extractor fails
     */
    @Test
    default void otherTypesAreRefused() throws IOException {
        Extraction extraction = extracted(new Sample("application/x-tikit-tck", new byte[] {1, 2}), WIDE);
        assertThat(extraction.outcome()).isEqualTo(Extraction.Outcome.UNSUPPORTED);
    }

    /**
     * Words inside of a container come out, and without the capability it is refused.
     *
     * @throws IOException if the extractor fails
     */
    @Test
    default void containersAreReadIfDeclared() throws IOException {
        readIfDeclared(container("zorvex kupfer"), ExtractorCapability.CONTAINERS);
    }

    /**
     * What a container unpacks to counts for the limit of bytes.
     *
     * @throws IOException if the extractor fails
     */
    @Test
    default void unpackedBytesAreLimited() throws IOException {
        Expect.declared(extractor().capabilities(), ExtractorCapability.CONTAINERS);
        Sample bomb = container("a".repeat(5_000_000));
        ExtractionLimits limits = new ExtractionLimits(1_000_000_000, 200_000, Duration.ofSeconds(20));
        Extraction extraction = extracted(bomb, limits);
        assertThat(extraction.outcome()).isNotEqualTo(Extraction.Outcome.COMPLETE);
        assertThat(extraction.text()).hasSizeLessThan(300_000);
    }

    /**
     * Words of a picture come out, and without the capability it is refused.
     *
     * @throws IOException if the extractor fails
     */
    @Test
    default void imagesAreReadIfDeclared() throws IOException {
        readIfDeclared(image("zorvex kupfer"), ExtractorCapability.IMAGES);
    }

    private void readIfDeclared(Sample sample, ExtractorCapability capability) throws IOException {
        Extraction extraction = extracted(sample, WIDE);
        if (extractor().capabilities().contains(capability)) {
            assertThat(extraction.outcome()).isEqualTo(Extraction.Outcome.COMPLETE);
            assertThat(extraction.text()).containsIgnoringCase("zorvex").containsIgnoringCase("kupfer");
        } else {
            assertThat(extraction.outcome()).isEqualTo(Extraction.Outcome.UNSUPPORTED);
        }
    }

    private Extraction extracted(Sample sample, ExtractionLimits limits) throws IOException {
        try (TextExtractor extractor = opened()) {
            return extractor.extract(new ByteArrayInputStream(sample.bytes()), FileHint.of(sample.mediaType()), limits);
        }
    }

    private TextExtractor opened() {
        TextExtractor extractor = extractor();
        extractor.open();
        return extractor;
    }

    private static InputStream counted(byte[] bytes, AtomicLong read, AtomicInteger closed) {
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read() throws IOException {
                read.incrementAndGet();
                return super.read();
            }

            @Override
            public int read(byte[] into, int at, int length) throws IOException {
                int count = super.read(into, at, length);
                read.addAndGet(Math.max(count, 0));
                return count;
            }

            @Override
            public void close() throws IOException {
                closed.incrementAndGet();
                super.close();
            }
        };
    }
}
