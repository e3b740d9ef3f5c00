/**
 * Who may what. A {@link io.tikit.api.access.RoleDefinition} is made of {@link io.tikit.api.access.Grant}s, each of which
 * allows or denies some {@link io.tikit.api.access.Permission}s in a {@link io.tikit.api.access.Scope}, and of {@link
 * io.tikit.api.access.FieldRule}s. Roles are configuration documents, so they have versions, are checked when they are
 * saved and travel with the export of a desk.
 *
 * <p>What a role does not hold does not exist for its users: tickets are filtered in every query, by storage and by the
 * index, never afterwards; fields are empty; and errors tell nothing of either.
 */
@NullMarked
package io.tikit.api.access;

import org.jspecify.annotations.NullMarked;
