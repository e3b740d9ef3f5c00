/**
 * What tickets are about: a tree of categories of any depth. A ticket holds the id of one node, so a category is renamed
 * and moved without a change of its tickets.
 */
@NullMarked
package io.tikit.api.category;

import org.jspecify.annotations.NullMarked;
