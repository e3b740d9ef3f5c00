/** The choice of agents, tried by the thousand. */
@NullMarked
package io.tikit.core.routing;

import org.jspecify.annotations.NullMarked;
