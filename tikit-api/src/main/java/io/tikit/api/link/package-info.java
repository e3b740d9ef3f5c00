/**
 * How tickets belong together. A {@link io.tikit.api.link.TicketLink} is read as a sentence: its first ticket has the second
 * one as its parent, as its original, as its cause. Begin with {@link io.tikit.api.link.Links}.
 */
@NullMarked
package io.tikit.api.link;

import org.jspecify.annotations.NullMarked;
