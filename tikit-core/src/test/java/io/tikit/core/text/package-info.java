/** Tests of what is left of HTML. */
@NullMarked
package io.tikit.core.text;

import org.jspecify.annotations.NullMarked;
