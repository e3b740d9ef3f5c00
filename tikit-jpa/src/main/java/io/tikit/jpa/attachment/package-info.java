/**
 * Records of attachments: {@link io.tikit.jpa.attachment.AttachmentTable}. A row begins as an upload that waits and is
 * given to an entry by the unit that writes the entry; what a tenant holds is counted in a row of its own.
 */
@NullMarked
package io.tikit.jpa.attachment;

import org.jspecify.annotations.NullMarked;
