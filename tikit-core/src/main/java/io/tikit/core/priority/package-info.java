/**
 * The priority that follows from urgency and impact (REQ-TM-023). {@link io.tikit.core.priority.PriorityMatrix} is what the
 * desk's document says; {@link io.tikit.core.priority.Priorities} says what follows for a ticket that is made or changed, and
 * keeps what a person chose.
 */
@NullMarked
package io.tikit.core.priority;

import org.jspecify.annotations.NullMarked;
