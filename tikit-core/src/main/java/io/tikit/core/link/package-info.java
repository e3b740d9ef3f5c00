/**
 * Links between tickets: {@link io.tikit.core.link.LinkTicketsHandler} makes them by the rules of
 * {@link io.tikit.core.link.LinkRules}, {@link io.tikit.core.link.ChildGate} lets a parent wait for its children, and
 * {@link io.tikit.core.link.LinkWork} has tickets follow another one after the commit, as the document
 * {@code link-policy/desk} says.
 */
@NullMarked
package io.tikit.core.link;

import org.jspecify.annotations.NullMarked;
