/**
 * Keeping the bytes of attachments: {@link io.tikit.spi.attachment.AttachmentStore}. It keeps bytes under keys and knows
 * nothing of tickets; who may read what, limits, hashes and names are the engine's, and rows in storage say which keys
 * belong to what.
 */
@NullMarked
package io.tikit.spi.attachment;

import org.jspecify.annotations.NullMarked;
