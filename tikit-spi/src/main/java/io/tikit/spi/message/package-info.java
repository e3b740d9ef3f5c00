/**
 * Texts that a plugin or a host brings: a {@link io.tikit.spi.message.MessageBundle} holds patterns by language and key,
 * contributed at {@link io.tikit.spi.ExtensionPoint#MESSAGES}.
 */
@NullMarked
package io.tikit.spi.message;

import org.jspecify.annotations.NullMarked;
