package io.tikit.core.people;

import io.tikit.api.error.Violation;
import io.tikit.api.people.TransferFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The people in a file, one after the other. */
interface PersonRows extends AutoCloseable {
    /** A person has a few hundred characters; whoever needs more than these has an open quote. */
    int LONGEST_CELL = 16_384;

    /** Teams or organisations of one person. */
    int MOST_NAMES = 100;

    /** The next person, or empty at the end of the file. */
    Optional<PersonRow> next() throws IOException, Broken;

    @Override
    void close() throws IOException;

    static PersonRows of(TransferFormat format, InputStream from) throws IOException, Broken {
        Reader reader = reader(from);
        return switch (format) {
            case CSV -> CsvPeople.of(reader);
            case JSON -> JsonPeople.of(reader);
        };
    }

    /** UTF-8 with or without its mark; what is something else is told, not guessed. */
    private static Reader reader(InputStream from) throws IOException, Broken {
        PushbackInputStream bytes = new PushbackInputStream(from, 3);
        byte[] first = bytes.readNBytes(3);
        boolean marked =
                first.length == 3 && first[0] == (byte) 0xef && first[1] == (byte) 0xbb && first[2] == (byte) 0xbf;
        if (first.length > 1 && Math.min(first[0], first[1]) == -2 && Math.max(first[0], first[1]) == -1) {
            throw encoding(1);
        }
        if (!marked) {
            bytes.unread(first);
        }
        return new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    static Broken encoding(long line) {
        return new Broken(line, Violation.of("", "bad_encoding", "the file is not UTF-8; save it as UTF-8"));
    }

    static Broken file(long line, String why) {
        return new Broken(
                line,
                new Violation(
                        "", "bad_file", "the file cannot be read further: " + why, Map.of("line", line, "why", why)));
    }

    /** Nothing can be read from here on. */
    final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        final transient PersonRow row;

        Broken(long line, Violation violation) {
            super(violation.message());
            this.row = new PersonRow(line, Map.of(), java.util.List.of(violation));
        }
    }
}
