package io.tikit.tck.attachment;

import io.tikit.spi.attachment.AttachmentStore;
import java.util.function.Supplier;

/** All that a vendor writes to test a store. */
class ThirdPartyAttachmentStoreTest implements AttachmentStoreContract {
    @Override
    public Supplier<AttachmentStore> emptyPlace() {
        return MemoryAttachmentStore::new;
    }
}
