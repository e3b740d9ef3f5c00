/**
 * The trees of a desk in memory: categories and teams. {@link io.tikit.core.tree.Trees} keeps them as long as the revision
 * of the configuration, which comes with the first statement of a command, stays the same.
 */
@NullMarked
package io.tikit.core.tree;

import org.jspecify.annotations.NullMarked;
