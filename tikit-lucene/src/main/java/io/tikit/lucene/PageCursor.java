package io.tikit.lucene;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;

/** Writes where a page ended, and reads it again: what the order goes by, and the id that breaks ties. */
final class PageCursor {
    private static final Pattern FORM = Pattern.compile("([sc])([0-9a-f]{16})([0-9a-f]{16})([0-9a-f]{16})");

    private PageCursor() {}

    /** The cursor of the last ticket of a page. */
    static String of(FieldDoc last) {
        boolean scored = last.fields[0] instanceof Float;
        long key = scored ? Float.floatToIntBits((Float) last.fields[0]) : (Long) last.fields[0];
        UUID id = IndexFields.id((BytesRef) last.fields[1]);
        return (scored ? "s" : "c") + hex(key) + hex(id.getMostSignificantBits()) + hex(id.getLeastSignificantBits());
    }

    /**
     * Where to go on.
     *
     * @param cursor from the page before
     * @param scored whether the order is by score, else by creation
     * @param last the last document of the index, which lets ties be decided by the id alone
     */
    static FieldDoc read(String cursor, boolean scored, int last) {
        Matcher matcher = FORM.matcher(cursor);
        if (!matcher.matches()) {
            throw invalid("cannot be read");
        }
        if (scored != matcher.group(1).equals("s")) {
            throw invalid("belongs to a query in another order");
        }
        long key = number(matcher.group(2));
        UUID id = new UUID(number(matcher.group(3)), number(matcher.group(4)));
        Object first = key;
        if (scored) {
            float score = Float.intBitsToFloat((int) key);
            if (key >>> 32 != 0 || !Float.isFinite(score)) {
                throw invalid("cannot be read");
            }
            first = score;
        }
        return new FieldDoc(last, Float.NaN, new Object[] {first, IndexFields.bytes(id)});
    }

    private static String hex(long value) {
        String digits = Long.toHexString(value);
        return "0".repeat(16 - digits.length()) + digits;
    }

    private static long number(String hex) {
        return Long.parseUnsignedLong(hex, 16);
    }

    private static InvalidException invalid(String why) {
        return new InvalidException(
                ErrorCode.INVALID_CURSOR,
                Violation.of("after", "bad_cursor", "the cursor " + why + "; start again from the first page"));
    }
}
