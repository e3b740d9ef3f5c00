/**
 * The lifecycle of tickets as a host shows it: {@link io.tikit.api.workflow.Workflows} tells which statuses a type of tickets
 * goes through and how they lead to each other. What they are is said in documents of the kinds {@code workflow} and
 * {@code ticket-type}; a desk without such documents follows the default workflow.
 */
@NullMarked
package io.tikit.api.workflow;

import org.jspecify.annotations.NullMarked;
