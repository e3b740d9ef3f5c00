/**
 * The tree of categories: the service, the handlers of its commands, and what moves tickets out of a category that was
 * retired.
 */
@NullMarked
package io.tikit.core.category;

import org.jspecify.annotations.NullMarked;
