package io.tikit.passkeys;

import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.TikitPlugin;

/**
 * Contributes what checks passkeys, under the name {@code webauthn}. It has no settings; what a desk asks for is in its
 * login policy.
 *
 * @since 0.1
 */
public final class PasskeysPlugin implements TikitPlugin {
    /** For the engine, which finds it by itself. */
    public PasskeysPlugin() {}

    @Override
    public PluginDescriptor descriptor() {
        return PluginDescriptor.of("passkeys", "0.1");
    }

    @Override
    public void contribute(Contributions to, PluginContext context) {
        to.add(ExtensionPoint.PASSKEY_VERIFIER, "webauthn", new WebAuthnVerifier());
    }
}
