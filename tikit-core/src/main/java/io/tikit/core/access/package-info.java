/**
 * Who may what. Roles are documents ({@link io.tikit.core.access.RoleDocuments}); each revision of the configuration makes
 * {@link io.tikit.core.access.Roles} of them, by permission and field. A session carries {@link
 * io.tikit.core.access.Rights}: the grants of its role, bound to who acts and in which teams. {@link
 * io.tikit.core.access.Access} answers all questions from there; {@link io.tikit.core.access.TicketView} takes away what
 * may not be read. Which tickets somebody sees is a condition that goes into every query, never a filter behind one.
 */
@NullMarked
package io.tikit.core.access;

import org.jspecify.annotations.NullMarked;
