package io.tikit.lucene;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Cuts text into the words that are found: by the word boundaries of Unicode, without case, accents and English endings.
 * No word is left out, so that every phrase can be found.
 */
final class TextAnalyzer extends Analyzer {
    @Override
    protected Reader initReader(String field, Reader reader) {
        return new JoinedWordsFilter(reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer words = new StandardTokenizer();
        TokenStream folded = new WordFoldFilter(new EnglishPossessiveFilter(words));
        return new TokenStreamComponents(words, new PorterStemFilter(folded));
    }
}
