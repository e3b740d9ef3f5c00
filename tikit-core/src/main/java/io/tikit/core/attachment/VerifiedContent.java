package io.tikit.core.attachment;

import io.tikit.api.attachment.FileFacts;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * Bytes on their way from the store to a reader. The last piece is given out only when all bytes together are those that
 * once came in, so nobody takes damaged bytes for whole ones.
 */
final class VerifiedContent extends InputStream {
    private final InputStream content;
    private final FileFacts file;
    private final Supplier<RuntimeException> damaged;
    private final MessageDigest digest = Hashes.sha256();
    private long count;
    private boolean verified;

    /**
     * Wraps bytes from their first one on.
     *
     * @param damaged notes that they are not what they were, and makes the failure
     */
    VerifiedContent(InputStream content, FileFacts file, Supplier<RuntimeException> damaged) {
        this.content = content;
        this.file = file;
        this.damaged = damaged;
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
        if (verified) {
            return -1;
        }
        int taken = 0;
        if (count < file.size()) {
            taken = content.read(bytes, from, (int) Math.min(length, file.size() - count));
            if (taken < 0) {
                throw damaged.get();
            }
            digest.update(bytes, from, taken);
            count += taken;
        }
        if (count == file.size()) {
            verify();
            return taken == 0 ? -1 : taken;
        }
        return taken;
    }

    private void verify() throws IOException {
        boolean whole =
                content.read() < 0 && HexFormat.of().formatHex(digest.digest()).equals(file.sha256());
        if (!whole) {
            throw damaged.get();
        }
        verified = true;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
