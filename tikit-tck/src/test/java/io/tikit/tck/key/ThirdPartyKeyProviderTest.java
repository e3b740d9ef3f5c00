package io.tikit.tck.key;

import io.tikit.spi.key.KeyProvider;

class ThirdPartyKeyProviderTest implements KeyProviderContract {
    private final InMemoryKeyProvider keys = new InMemoryKeyProvider();

    @Override
    public KeyProvider provider() {
        return keys.node();
    }

    @Override
    public void breakOutside(boolean broken) {
        keys.breakOff(broken);
    }
}
