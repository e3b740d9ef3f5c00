package io.tikit.core.pipeline;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InternalException;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.Violation;
import io.tikit.api.page.Cursor;
import io.tikit.api.page.PageRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Writes and reads cursors: a version, a hash of the query that they belong to, and a place. */
public final class Cursors {
    private static final byte VERSION = 1;
    private static final int HASH = 8;
    private static final int LONGEST = 4_000;

    private Cursors() {}

    /** Refuses sizes of pages that are out of range. */
    public static void checkSize(PageRequest page) {
        if (page.size() < 1 || page.size() > PageRequest.MAX_SIZE) {
            throw new InvalidException(
                    ErrorCode.INVALID_QUERY,
                    new Violation(
                            "page.size",
                            "out_of_range",
                            "a page has 1 to " + PageRequest.MAX_SIZE + " items, not " + page.size(),
                            Map.of("least", 1, "most", PageRequest.MAX_SIZE, "value", page.size())));
        }
    }

    /**
     * Makes a cursor.
     *
     * @param query everything that makes the query what it is, the tenant included
     */
    public static Cursor write(String query, byte[] place) {
        byte[] token = ByteBuffer.allocate(1 + HASH + place.length)
                .put(VERSION)
                .put(hash(query), 0, HASH)
                .put(place)
                .array();
        return new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    /** Reads the place out of a page request's cursor, if it has one. */
    public static Optional<ByteBuffer> read(String query, PageRequest page) {
        checkSize(page);
        return page.after().map(cursor -> place(query, cursor));
    }

    /** A place that is a text of ASCII. */
    public static String text(ByteBuffer place) {
        return StandardCharsets.US_ASCII.decode(place).toString();
    }

    /** The bytes of a place that is a text of ASCII. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static ByteBuffer place(String query, Cursor cursor) {
        if (cursor.token().length() > LONGEST) {
            throw invalid("is too long");
        }
        byte[] token;
        try {
            token = Base64.getUrlDecoder().decode(cursor.token());
        } catch (IllegalArgumentException e) {
            throw invalid("is damaged");
        }
        if (token.length < 1 + HASH || token[0] != VERSION) {
            throw invalid("is damaged or of another version");
        }
        if (!Arrays.equals(token, 1, 1 + HASH, hash(query), 0, HASH)) {
            throw invalid("belongs to another query");
        }
        return ByteBuffer.wrap(token, 1 + HASH, token.length - 1 - HASH).slice();
    }

    /** The failure of a cursor that cannot be used. */
    public static InvalidException invalid(String why) {
        return new InvalidException(
                ErrorCode.INVALID_CURSOR,
                Violation.of("page.after", "bad_cursor", "the cursor " + why + "; begin again with the first page"));
    }

    private static byte[] hash(String query) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(query.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new InternalException("this Java has no SHA-256", e);
        }
    }
}
