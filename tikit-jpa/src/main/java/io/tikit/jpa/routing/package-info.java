/**
 * Agents and the queues of teams in the database. {@link io.tikit.jpa.routing.RoutingTable} is what a unit of work has of it.
 */
@NullMarked
package io.tikit.jpa.routing;

import org.jspecify.annotations.NullMarked;
