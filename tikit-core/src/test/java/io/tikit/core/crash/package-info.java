/** Killing a node without warning: what was acknowledged is there afterwards, whole, and every effect has happened. */
@NullMarked
package io.tikit.core.crash;

import org.jspecify.annotations.NullMarked;
