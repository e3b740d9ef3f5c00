/**
 * Files on tickets. {@link io.tikit.core.attachment.AttachmentServices} gives each caller the service;
 * {@link io.tikit.core.attachment.AttachmentClaims} makes uploads part of the entry that a handler writes;
 * {@link io.tikit.core.attachment.AttachmentSweeper} clears away what nobody used. Bytes go through
 * {@link io.tikit.core.attachment.AttachmentContents} to the one store of this engine, which is a plugin's or a
 * {@link io.tikit.core.attachment.FolderStore}; they are written before their record and deleted after it, so a crash
 * leaves bytes without a record, which the sweep finds, and never a record without bytes.
 */
@NullMarked
package io.tikit.core.attachment;

import org.jspecify.annotations.NullMarked;
