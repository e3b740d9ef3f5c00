package io.tikit.tck.extraction;

import io.tikit.spi.extraction.ExtractorCapability;
import io.tikit.spi.extraction.TextExtractor;
import io.tikit.tck.Planted;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;

/** The contract with all capabilities and with none. */
class PlainTextExtractorTest {
    @Nested
    class WithEverything extends Plain {
        WithEverything() {
            super(EnumSet.allOf(ExtractorCapability.class));
        }
    }

    @Nested
    class WithNothing extends Plain {
        WithNothing() {
            super(Set.of());
        }
    }

    abstract static class Plain implements TextExtractorContract {
        private final Set<ExtractorCapability> capabilities;

        Plain(Set<ExtractorCapability> capabilities) {
            this.capabilities = capabilities;
        }

        @Override
        public TextExtractor extractor() {
            return Planted.into(TextExtractor.class, new PlainTextExtractor(capabilities));
        }

        @Override
        public Sample document(String text) {
            return PlainTextExtractor.plain(text);
        }

        @Override
        public Sample container(String text) {
            return PlainTextExtractor.zipped(text);
        }

        @Override
        public Sample image(String text) {
            return PlainTextExtractor.painted(text);
        }
    }
}
