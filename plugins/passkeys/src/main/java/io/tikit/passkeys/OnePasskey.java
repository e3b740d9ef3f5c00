package io.tikit.passkeys;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import java.util.Optional;
import java.util.Set;

/**
 * All that the library may look up: the one passkey that a response is to be of, or none.
 *
 * @param account of its owner
 * @param passkey with the handle of its owner
 */
record OnePasskey(String account, Optional<RegisteredCredential> passkey) implements CredentialRepository {
    @Override
    public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String username) {
        return Set.of();
    }

    @Override
    public Optional<ByteArray> getUserHandleForUsername(String username) {
        return passkey.map(RegisteredCredential::getUserHandle).filter(handle -> username.equals(account));
    }

    @Override
    public Optional<String> getUsernameForUserHandle(ByteArray handle) {
        return passkey.filter(one -> one.getUserHandle().equals(handle)).map(one -> account);
    }

    @Override
    public Optional<RegisteredCredential> lookup(ByteArray credential, ByteArray handle) {
        return passkey.filter(one ->
                one.getCredentialId().equals(credential) && one.getUserHandle().equals(handle));
    }

    @Override
    public Set<RegisteredCredential> lookupAll(ByteArray credential) {
        return Set.of();
    }
}
