/**
 * Which team and which agent gets a ticket. {@link io.tikit.core.routing.RuleBook} is the desk's routing rules, ready to
 * decide about new tickets inside the create; read it first.
 */
@NullMarked
package io.tikit.core.routing;

import org.jspecify.annotations.NullMarked;
