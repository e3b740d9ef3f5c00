package io.tikit.core.login;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.login.BreachedPasswordList;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Passwords that are known to the world, in a file of lines that begin with the SHA-1 in hexadecimal digits and are in its
 * order, whatever follows (such as a count). Found by halving, so that a file of many gigabytes takes some forty looks and
 * no memory.
 */
final class BreachedPasswordFile implements BreachedPasswordList {
    private static final int DIGITS = 40;
    private static final int LONGEST_LINE = 200;

    private final Path file;

    BreachedPasswordFile(Path file) {
        this.file = file;
    }

    @Override
    public boolean contains(String wanted) {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            return find(open, wanted);
        } catch (IOException e) {
            throw new UnavailableException(
                    ErrorCode.PART_UNAVAILABLE,
                    "the file of login.breached-passwords cannot be read; mend or unset it",
                    e);
        }
    }

    /** The line that begins at or before the middle is less, equal or greater; what is greater is not looked at again. */
    private static boolean find(RandomAccessFile open, String wanted) throws IOException {
        long low = 0;
        long high = open.length();
        while (low < high) {
            long middle = (low + high) >>> 1;
            long start = lineAt(open, low, middle);
            String line = read(open, start);
            int order = wanted.compareTo(
                    line.substring(0, Math.min(DIGITS, line.length())).toUpperCase(Locale.ROOT));
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                high = start;
            } else {
                low = start + line.length() + 1;
            }
        }
        return false;
    }

    /** Where the line begins in which a place lies. */
    private static long lineAt(RandomAccessFile open, long low, long place) throws IOException {
        long start = place;
        while (start > low) {
            open.seek(start - 1);
            if (open.read() == '\n') {
                break;
            }
            start--;
            if (place - start > LONGEST_LINE) {
                throw new IOException("a line has more than " + LONGEST_LINE + " characters");
            }
        }
        return start;
    }

    /** The line from its beginning, with the carriage return that it may end with. */
    private static String read(RandomAccessFile open, long start) throws IOException {
        byte[] bytes = new byte[LONGEST_LINE + 1];
        open.seek(start);
        int length = Math.max(0, open.read(bytes));
        int end = 0;
        while (end < length && bytes[end] != '\n') {
            end++;
        }
        if (end > LONGEST_LINE) {
            throw new IOException("a line has more than " + LONGEST_LINE + " characters");
        }
        return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    }
}
