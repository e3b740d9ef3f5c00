package io.tikit.core.login;

import io.tikit.api.TenantId;
import io.tikit.api.access.Permission;
import io.tikit.api.login.LoginPolicy;
import io.tikit.api.people.User;
import io.tikit.core.access.Access;
import io.tikit.core.access.Roles;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.pipeline.Reader;
import io.tikit.spi.storage.UnitOfWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** What desks demand, from memory. */
@Singleton
final class LoginPolicies {
    private final Snapshots snapshots;
    private final Reader reader;

    @Inject
    LoginPolicies(Snapshots snapshots, Reader reader) {
        this.snapshots = snapshots;
        this.reader = reader;
    }

    LoginPolicy of(UnitOfWork unit) {
        return snapshots
                .of(unit, false)
                .inUse(LoginPolicy.DOCUMENT, LoginPolicy.class)
                .orElse(LoginPolicy.DEFAULT);
    }

    LoginPolicy of(TenantId tenant) {
        return reader.read(tenant, this::of);
    }

    /** Administrators may be bound to addresses; who is one says the role. */
    boolean mayCome(UnitOfWork unit, User user, String address) {
        LoginPolicy policy = of(unit);
        return policy.adminAddresses().isEmpty()
                || !isAdministrator(unit, user)
                || AddressList.of(policy.adminAddresses()).takes(address);
    }

    /** Whether somebody still holds what acting as somebody else takes. */
    boolean mayActAs(UnitOfWork unit, User user, User other) {
        Roles roles = snapshots.of(unit, false).roles();
        return Access.holds(roles, user.role(), Permission.ACT_AS)
                && Access.holdsNoLess(roles, user.role(), other.role());
    }

    boolean isAdministrator(UnitOfWork unit, User user) {
        return Access.holds(snapshots.of(unit, false).roles(), user.role(), Permission.ADMINS_CHANGE);
    }
}
