/** Tests of texts. */
@NullMarked
package io.tikit.core.message;

import org.jspecify.annotations.NullMarked;
