/**
 * What people write on a ticket. {@link io.tikit.api.conversation.Conversations} is the service; a
 * {@link io.tikit.api.conversation.Reply} is public, an {@link io.tikit.api.conversation.AddNote note} never reaches a
 * customer.
 */
@NullMarked
package io.tikit.api.conversation;

import org.jspecify.annotations.NullMarked;
