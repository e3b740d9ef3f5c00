/**
 * What every store of attachments must keep: {@link io.tikit.tck.attachment.AttachmentStoreContract}, and a store in
 * memory that keeps it. The author of a store implements {@link io.tikit.tck.attachment.AttachmentStoreFixture} in a test
 * class of a few lines.
 */
@NullMarked
package io.tikit.tck.attachment;

import org.jspecify.annotations.NullMarked;
