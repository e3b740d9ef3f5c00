/**
 * The checks that look at the whole repository: which module may see which, what code may not do, and that the pages
 * under {@code docs} say what the code says.
 */
@NullMarked
package io.tikit.docs;

import org.jspecify.annotations.NullMarked;
