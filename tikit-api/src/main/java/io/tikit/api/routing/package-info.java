/**
 * Which team and which agent gets a ticket. {@link io.tikit.api.routing.Routing} is the service; the rules themselves are
 * documents of the configuration, of the kinds {@code routing}, {@code routing-rule} and {@code team-routing}.
 *
 * @since 0.1
 */
@NullMarked
package io.tikit.api.routing;

import org.jspecify.annotations.NullMarked;
