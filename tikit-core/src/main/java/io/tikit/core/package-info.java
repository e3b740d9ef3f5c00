/** The one entry for a composition root: {@link io.tikit.core.TikitEngine#builder()}. */
@NullMarked
package io.tikit.core;

import org.jspecify.annotations.NullMarked;
