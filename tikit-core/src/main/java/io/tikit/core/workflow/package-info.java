/**
 * Which status leads to which: {@link io.tikit.core.workflow.Workflow} maps the statuses of a desk to states and knows
 * the transitions between them.
 */
@NullMarked
package io.tikit.core.workflow;

import org.jspecify.annotations.NullMarked;
