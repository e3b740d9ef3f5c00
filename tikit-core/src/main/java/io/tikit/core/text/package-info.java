/**
 * Texts with form that come from outside, cut down to what is harmless. Read {@link io.tikit.core.text.Html} first, the
 * allow-list with its version, then {@link io.tikit.core.text.Composed}: a text in the forms in which it is kept.
 */
@NullMarked
package io.tikit.core.text;

import org.jspecify.annotations.NullMarked;
