/**
 * Texts with HTML that come from outside, cut down to what is harmless. Read {@link io.tikit.core.text.Html}: the
 * allow-list, with its version.
 */
@NullMarked
package io.tikit.core.text;

import org.jspecify.annotations.NullMarked;
