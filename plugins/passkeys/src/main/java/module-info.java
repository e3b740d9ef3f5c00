/** Sign-in by passkeys (WebAuthn). Nobody compiles against it; on the path, it serves. */
module io.tikit.passkeys {
    requires static org.jspecify;
    requires io.tikit.spi;
    requires com.fasterxml.jackson.databind;
    requires com.yubico.webauthn;

    provides io.tikit.spi.TikitPlugin with
            io.tikit.passkeys.PasskeysPlugin;
}
