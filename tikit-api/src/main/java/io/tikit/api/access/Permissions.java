package io.tikit.api.access;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.Role;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.TicketId;
import java.util.List;
import java.util.Optional;

/**
 * Who may what, and why. Everybody may ask about themselves; about others those may who hold {@link
 * Permission#ACCESS_EXPLAIN}. Safe for use by several threads.
 *
 * <p>Every method throws {@link io.tikit.api.error.UnavailableException} when the engine is closed or storage is down.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.ENGINE)
public interface Permissions {
    /**
     * The roles of the desk: the built-in ones and those of documents in use.
     *
     * @return the roles by key
     */
    List<Role> roles();

    /**
     * What a role holds now.
     *
     * @param role which role
     * @return its definition; empty if the desk has no such role
     * @throws io.tikit.api.error.NotPermittedException if it is not the caller's own role and the caller lacks {@link
     *     Permission#ACCESS_EXPLAIN}
     */
    Optional<RoleDefinition> definition(Role role);

    /**
     * Says whether a user holds a permission, and which lines of the role decide.
     *
     * @param user whose permission
     * @param permission which one
     * @param ticket on which ticket, which the caller must see; empty to ask whether it is held at all
     * @return the answer with its reasons
     * @throws io.tikit.api.error.NotFoundException if there is no such user or ticket for the caller
     * @throws io.tikit.api.error.NotPermittedException if the caller may not ask about this user
     */
    AccessExplanation explain(UserId user, Permission permission, Optional<TicketId> ticket);

    /**
     * What the caller holds.
     *
     * @return the permissions that are held somewhere, in the order of their declaration
     */
    List<EffectivePermission> effective();

    /**
     * What a user holds.
     *
     * @param user which user
     * @return the permissions that are held somewhere, in the order of their declaration
     * @throws io.tikit.api.error.NotFoundException if there is no such user
     * @throws io.tikit.api.error.NotPermittedException if the caller may not ask about this user
     */
    List<EffectivePermission> effective(UserId user);
}
