/**
 * The tree of categories.
 */
@NullMarked
package io.tikit.jpa.category;

import org.jspecify.annotations.NullMarked;
