/**
 * How the engine is doing: {@link io.tikit.api.health.Health} with a finding per trouble, each under a
 * {@link io.tikit.api.health.HealthReason} that the troubleshooting page explains.
 */
@NullMarked
package io.tikit.api.health;

import org.jspecify.annotations.NullMarked;
