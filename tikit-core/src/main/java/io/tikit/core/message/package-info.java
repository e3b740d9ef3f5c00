/**
 * Texts for people. {@link io.tikit.core.message.MessageCatalog} holds the patterns of the engine, of plugins and of the
 * host and finds one by key and locale; {@link io.tikit.core.message.TextPattern} reads and fills it. The engine's own
 * bundles are the files {@code messages_*.properties} beside these classes. Knows no feature: keys are text.
 */
@NullMarked
package io.tikit.core.message;

import org.jspecify.annotations.NullMarked;
