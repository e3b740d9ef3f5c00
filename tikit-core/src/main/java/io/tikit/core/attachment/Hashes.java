package io.tikit.core.attachment;

import io.tikit.api.error.InternalException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash by which bytes are known again. */
final class Hashes {
    private Hashes() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new InternalException("this Java has no SHA-256", e);
        }
    }
}
