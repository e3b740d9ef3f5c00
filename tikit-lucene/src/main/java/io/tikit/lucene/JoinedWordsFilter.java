package io.tikit.lucene;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.CharFilter;

/**
 * Takes apart what Unicode keeps together, such as host names, class names and keys with underscores, by reading the joining
 * characters as blanks. Whoever searches for the whole finds it still, because words typed without a blank must stand
 * together.
 */
final class JoinedWordsFilter extends CharFilter {
    JoinedWordsFilter(Reader input) {
        super(input);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = input.read(buffer, offset, length);
        for (int i = offset; i < offset + count; i++) {
            char c = buffer[i];
            if (c == '.' || c == '_' || c == ':') {
                buffer[i] = ' ';
            }
        }
        return count;
    }

    @Override
    protected int correct(int offset) {
        return offset;
    }
}
