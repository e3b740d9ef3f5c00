/**
 * How long a ticket was in which status, team and hands.
 */
@NullMarked
package io.tikit.jpa.interval;

import org.jspecify.annotations.NullMarked;
