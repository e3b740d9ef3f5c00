package io.tikit.core.people;

import io.tikit.api.access.AccessExplanation;
import io.tikit.api.access.EffectivePermission;
import io.tikit.api.access.Permission;
import io.tikit.api.access.Permissions;
import io.tikit.api.access.RoleDefinition;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.NotFoundException;
import io.tikit.api.people.Organisation;
import io.tikit.api.people.Role;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketId;
import io.tikit.core.access.Access;
import io.tikit.core.access.Rights;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Time;
import io.tikit.spi.storage.UnitOfWork;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Answers who may what, for one caller. */
public final class AccessService implements Permissions {
    private final Supplier<Session> session;
    private final Reader reader;
    private final Snapshots snapshots;
    private final Time time;

    public AccessService(Supplier<Session> session, Reader reader, Snapshots snapshots, Time time) {
        this.session = session;
        this.reader = reader;
        this.snapshots = snapshots;
        this.time = time;
    }

    @Override
    public List<Role> roles() {
        return snapshots.recent(session.get().tenant()).roles().all();
    }

    @Override
    public Optional<RoleDefinition> definition(Role role) {
        Session who = session.get();
        if (!role.equals(who.role())) {
            Access.require(who, Permission.ACCESS_EXPLAIN);
        }
        return snapshots.recent(who.tenant()).roles().definition(role);
    }

    @Override
    public AccessExplanation explain(UserId user, Permission permission, Optional<TicketId> ticket) {
        Session who = session.get();
        requireMayAsk(who, user);
        return reader.read(who.tenant(), unit -> {
            Optional<Ticket> on = ticket.map(
                    id -> Access.requireVisible(who, id, unit.tickets().find(id)));
            return rights(who, user, unit).explain(user, permission, on);
        });
    }

    @Override
    public List<EffectivePermission> effective() {
        return Access.effective(session.get());
    }

    @Override
    public List<EffectivePermission> effective(UserId user) {
        Session who = session.get();
        requireMayAsk(who, user);
        return reader.read(who.tenant(), unit -> rights(who, user, unit).effective());
    }

    private static void requireMayAsk(Session who, UserId user) {
        if (who.user().filter(user::equals).isEmpty()) {
            Access.require(who, Permission.ACCESS_EXPLAIN);
        }
    }

    /** What a user holds, as commands would find it; somebody who is not active holds nothing. */
    private Rights rights(Session who, UserId id, UnitOfWork unit) {
        User user = unit.users().findAll(Set.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException(ErrorCode.USER_NOT_FOUND, "there is no user " + id));
        if (!user.active()) {
            return Rights.nothing(user.role());
        }
        return new Rights(
                user.role(),
                () -> snapshots.of(unit, false).roles(),
                new Rights.Holder(Optional.of(id), time.instant(), who.caller().zone()),
                new Rights.Places(
                        () -> unit.teams().ofMember(id),
                        () -> unit.organisations().ofMember(id).stream()
                                .map(Organisation::id)
                                .toList(),
                        () -> unit.organisations().ofMember(id).stream()
                                .filter(Organisation::shared)
                                .map(Organisation::id)
                                .toList(),
                        (field, root) -> snapshots.subtree(who.tenant(), field, root)));
    }
}
