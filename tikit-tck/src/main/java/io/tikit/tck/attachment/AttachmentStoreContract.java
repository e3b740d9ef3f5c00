package io.tikit.tck.attachment;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;

/**
 * All that a store of attachments must keep. A test class implements this and gives the fixture:
 *
 * <pre>{@code
 * class MyStoreTest implements AttachmentStoreContract {
 *     @TempDir Path places;
 *
 *     @Override public Supplier<AttachmentStore> emptyPlace() {
 *         Path place = places.resolve("place");
 *         return () -> new MyStore(place);
 *     }
 * }
 * }</pre>
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface AttachmentStoreContract extends AttachmentBytesContract, AttachmentListContract {}
