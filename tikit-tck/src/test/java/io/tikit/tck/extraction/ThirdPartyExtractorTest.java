package io.tikit.tck.extraction;

import io.tikit.spi.extraction.TextExtractor;

class ThirdPartyExtractorTest implements TextExtractorContract {
    @Override
    public TextExtractor extractor() {
        return new PlainTextExtractor();
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
