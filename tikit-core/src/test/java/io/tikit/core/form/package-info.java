/** Tests of what forms are. */
@NullMarked
package io.tikit.core.form;

import org.jspecify.annotations.NullMarked;
