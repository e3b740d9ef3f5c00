package io.tikit.tck.attachment;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.attachment.AttachmentStore;
import java.util.function.Supplier;

/**
 * What the author of a store of attachments gives to the contract.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface AttachmentStoreFixture {
    /**
     * Makes a place of its own for one test, empty at first.
     *
     * @return each call gives another store on this place, not yet open: a second node while the first one is open, or the
     *     next start after its close; closed by the contract
     */
    Supplier<AttachmentStore> emptyPlace();
}
