/**
 * Entries of conversations.
 */
@NullMarked
package io.tikit.jpa.conversation;

import org.jspecify.annotations.NullMarked;
