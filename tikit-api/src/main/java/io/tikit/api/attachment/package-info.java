/**
 * Files on tickets. {@link io.tikit.api.attachment.Attachments} takes the bytes first, as a stream, and gives a
 * {@link io.tikit.api.attachment.StagedAttachment}; a command that writes an entry then names it and makes it an
 * {@link io.tikit.api.attachment.Attachment} of that entry, in the same transaction. What is never named is swept.
 */
@NullMarked
package io.tikit.api.attachment;

import org.jspecify.annotations.NullMarked;
