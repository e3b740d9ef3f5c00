package io.tikit.core.attachment;

import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.LimitException;
import io.tikit.api.error.UnavailableException;
import io.tikit.core.pipeline.Gate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way from an uploader to the store: counted, hashed, looked at, and ended when they are too many. Never
 * asks for more than one byte above the limit. Remembers why it failed, so that a failure of the uploader's is told from
 * one of the store's.
 */
final class IncomingContent extends InputStream {
    private static final int PIECE = 65_536;

    private final InputStream content;
    private final long limit;
    private final Gate gate;
    private final MessageDigest digest = Hashes.sha256();
    private final byte[] head = new byte[TypeSniffer.HEAD];
    private int headLength;
    private long count;
    private boolean atEnd;
    private @Nullable Exception failure;

    IncomingContent(InputStream content, long limit, Gate gate) {
        this.content = content;
        this.limit = limit;
        this.gate = gate;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        throwFailureAsItWas();
        if (atEnd) {
            return -1;
        }
        int most = (int) Math.min(Math.min(length, PIECE), limit - count + 1);
        try {
            return take(bytes, from, piece(bytes, from, most));
        } catch (IOException | RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    /** At least one byte, or the end; a stream that gives nothing in between would be asked for ever. */
    private int piece(byte[] bytes, int from, int most) throws IOException {
        int length = content.read(bytes, from, most);
        if (length == 0) {
            int one = content.read();
            if (one < 0) {
                return -1;
            }
            bytes[from] = (byte) one;
            return 1;
        }
        return length;
    }

    private int take(byte[] bytes, int from, int length) {
        if (gate.isClosed()) {
            throw new UnavailableException(ErrorCode.ENGINE_CLOSED, "the engine was closed during an upload", null);
        }
        if (length < 0) {
            atEnd = true;
            return -1;
        }
        count += length;
        if (count > limit) {
            throw new LimitException(
                    ErrorCode.ATTACHMENT_TOO_LARGE,
                    "a file has at most " + limit + " bytes (" + (limit >> 20) + " MB), this one has more");
        }
        digest.update(bytes, from, length);
        int kept = Math.min(length, head.length - headLength);
        System.arraycopy(bytes, from, head, headLength, kept);
        headLength += kept;
        return length;
    }

    private void throwFailureAsItWas() throws IOException {
        if (failure instanceof IOException e) {
            throw e;
        }
        throwFailure();
    }

    /** Throws what ended the upload, if something did. */
    void throwFailure() {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof IOException e) {
            throw new UncheckedIOException("the content of an upload could not be read", e);
        }
    }

    /** Whether the last byte has come. */
    boolean isAtEnd() {
        return atEnd;
    }

    long count() {
        return count;
    }

    byte[] head() {
        return Arrays.copyOf(head, headLength);
    }

    /** The hash of all bytes; asked for once. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
