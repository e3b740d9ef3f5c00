package io.tikit.core.login;

import io.tikit.api.TenantId;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.UnavailableException;
import io.tikit.spi.key.DataKey;
import io.tikit.spi.key.KeyProvider;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Keeps the secrets of apps for codes, which have to be had again, by the keys of the host's provider: AES-256-GCM, bound
 * to the tenant and the owner. Without a provider they are kept as they are, as said in the page on signing in.
 */
public final class SecretBox {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String PLAIN = "plain:";

    private final Optional<KeyProvider> keys;

    public SecretBox(Optional<KeyProvider> keys) {
        this.keys = keys;
    }

    String closed(TenantId tenant, String owner, byte[] secret) {
        if (keys.isEmpty()) {
            return PLAIN + Base64.getEncoder().encodeToString(secret);
        }
        DataKey key = keys.get().current(tenant);
        byte[] nonce = Secrets.random(NONCE);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, tenant, owner, secret);
        byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return key.id() + ":" + Base64.getEncoder().encodeToString(all);
    }

    byte[] open(TenantId tenant, String owner, String closed) {
        int colon = closed.indexOf(':');
        byte[] all = Base64.getDecoder().decode(closed.substring(colon + 1));
        if (closed.startsWith(PLAIN)) {
            return all;
        }
        String id = closed.substring(0, colon);
        DataKey key = keys.flatMap(provider -> provider.find(tenant, id))
                .orElseThrow(() -> new UnavailableException(
                        ErrorCode.PART_UNAVAILABLE,
                        "the key " + id + " that protects a second factor is gone; remove the factor, or bring the key"
                                + " back",
                        null));
        return cipher(
                Cipher.DECRYPT_MODE,
                key,
                Arrays.copyOf(all, NONCE),
                tenant,
                owner,
                Arrays.copyOfRange(all, NONCE, all.length));
    }

    private static byte[] cipher(int mode, DataKey key, byte[] nonce, TenantId tenant, String owner, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((tenant.value() + "\n" + owner).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new UnavailableException(
                    ErrorCode.PART_UNAVAILABLE, "a second factor cannot be read by the key " + key.id(), e);
        }
    }
}
