package io.tikit.tck.extraction;

import static io.tikit.tck.Mutant.mutant;

import io.tikit.spi.extraction.Extraction;
import io.tikit.spi.extraction.ExtractionLimits;
import io.tikit.spi.extraction.ExtractorCapability;
import io.tikit.spi.extraction.FileHint;
import io.tikit.tck.ContractCatchesFaults;
import io.tikit.tck.Faults;
import io.tikit.tck.Mutant;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Each planted fault makes the test fail that is there for it. */
class TextExtractorContractCatchesFaultsTest implements ContractCatchesFaults {
    private static final Class<?> ABLE = PlainTextExtractorTest.WithEverything.class;
    private static final Class<?> BARE = PlainTextExtractorTest.WithNothing.class;

    @Override
    public List<Mutant> mutants() {
        return List.of(
                mutant(
                        "has no version",
                        ABLE,
                        "capabilitiesAreSteady",
                        faults -> faults.lie("TextExtractor.version", (real, given) -> 0)),
                mutant(
                        "reads latin only",
                        ABLE,
                        "wordsComeOut",
                        gave(e -> new Extraction(e.outcome(), e.text().replaceAll("[^\\x00-\\x7f]", "?")))),
                mutant(
                        "keeps control characters",
                        ABLE,
                        "wordsComeOut",
                        gave(e -> new Extraction(e.outcome(), e.text() + "\u0007"))),
                mutant("tears pairs", ABLE, "limitOfCharactersIsKept", extracting((sound, in, hint, limits) -> {
                    Extraction all = sound.extract(in, hint, wide(limits));
                    return new Extraction(Extraction.Outcome.CUT, all.text().substring(0, limits.characters()));
                })),
                mutant(
                        "ignores characters",
                        ABLE,
                        "limitOfCharactersIsKept",
                        extracting((sound, in, hint, limits) -> sound.extract(in, hint, wide(limits)))),
                mutant("reads everything", ABLE, "limitOfBytesIsKept", extracting((sound, in, hint, limits) -> {
                    Extraction extraction = sound.extract(in, hint, limits);
                    in.readAllBytes();
                    return extraction;
                })),
                mutant("reads for ever", ABLE, "limitOfTimeIsKept", extracting((sound, in, hint, limits) -> {
                    byte[] buffer = new byte[8_192];
                    while (in.read(buffer) >= 0) {
                        Thread.onSpinWait();
                    }
                    return sound.extract(in, hint, limits);
                })),
                mutant("closes the stream", ABLE, "streamIsLeftOpen", extracting((sound, in, hint, limits) -> {
                    try (in) {
                        return sound.extract(in, hint, limits);
                    }
                })),
                mutant(
                        "blames the file",
                        ABLE,
                        "failureOfTheStreamComesThrough",
                        extracting((sound, in, hint, limits) -> {
                            try {
                                return sound.extract(in, hint, limits);
                            } catch (IOException e) {
                                return Extraction.none(Extraction.Outcome.UNREADABLE);
                            }
                        })),
                mutant("breaks on damage", ABLE, "damagedFilesAreOutcomes", extracting((sound, in, hint, limits) -> {
                    Extraction extraction = sound.extract(in, hint, limits);
                    if (extraction.outcome() == Extraction.Outcome.UNREADABLE) {
                        throw new IllegalArgumentException("bad header");
                    }
                    return extraction;
                })),
                mutant(
                        "guesses types",
                        ABLE,
                        "otherTypesAreRefused",
                        extracting((sound, in, hint, limits) -> new Extraction(
                                Extraction.Outcome.COMPLETE,
                                new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)))),
                mutant(
                        "reads no containers",
                        ABLE,
                        "containersAreReadIfDeclared",
                        gave(e -> Extraction.none(Extraction.Outcome.UNSUPPORTED))),
                mutant(
                        "reads undeclared containers",
                        BARE,
                        "containersAreReadIfDeclared",
                        extracting((sound, in, hint, limits) -> new PlainTextExtractor(
                                        EnumSet.allOf(ExtractorCapability.class))
                                .extract(in, hint, limits))),
                mutant(
                        "unpacks bombs",
                        ABLE,
                        "unpackedBytesAreLimited",
                        extracting((sound, in, hint, limits) -> sound.extract(in, hint, wide(limits)))),
                mutant(
                        "sees no words",
                        ABLE,
                        "imagesAreReadIfDeclared",
                        gave(e -> new Extraction(Extraction.Outcome.COMPLETE, ""))),
                mutant(
                        "reads undeclared images",
                        BARE,
                        "imagesAreReadIfDeclared",
                        extracting((sound, in, hint, limits) -> new PlainTextExtractor(
                                        EnumSet.allOf(ExtractorCapability.class))
                                .extract(in, hint, limits))));
    }

    private interface Extracting {
        Extraction extract(Sound sound, InputStream in, FileHint hint, ExtractionLimits limits) throws Throwable;
    }

    private interface Sound {
        Extraction extract(InputStream in, FileHint hint, ExtractionLimits limits) throws Throwable;
    }

    private static Consumer<Faults> extracting(Extracting extracting) {
        return faults -> faults.lie(
                "TextExtractor.extract",
                (real, given) -> extracting.extract(
                        (in, hint, limits) -> (Extraction) Objects.requireNonNull(real.with(in, hint, limits)),
                        (InputStream) Objects.requireNonNull(given[0]),
                        (FileHint) Objects.requireNonNull(given[1]),
                        (ExtractionLimits) Objects.requireNonNull(given[2])));
    }

    private static Consumer<Faults> gave(UnaryOperator<Extraction> change) {
        return extracting((sound, in, hint, limits) -> change.apply(sound.extract(in, hint, limits)));
    }

    private static ExtractionLimits wide(ExtractionLimits limits) {
        return new ExtractionLimits(100_000_000, 100_000_000, limits.time().plus(Duration.ofSeconds(10)));
    }
}
