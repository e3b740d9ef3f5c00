package io.tikit.core.people;

import io.tikit.api.people.Role;
import io.tikit.api.people.TeamId;
import io.tikit.core.access.Rights;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.pipeline.Authorities;
import io.tikit.core.pipeline.Authority;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Time;
import io.tikit.spi.storage.UnitOfWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** What actors hold inside a unit: the roles at its revision, and the teams as it sees them. */
@Singleton
final class KnownAuthorities implements Authorities {
    private final Snapshots snapshots;
    private final Time time;

    @Inject
    KnownAuthorities(Snapshots snapshots, Time time) {
        this.snapshots = snapshots;
        this.time = time;
    }

    @Override
    public Authority inside(UnitOfWork unit, Session session, Role role) {
        // Asked for when the unit may have changed the configuration already, so nobody else may see the answer.
        return new Rights(
                role,
                () -> snapshots.of(unit, true).roles(),
                new Rights.Holder(
                        session.user(), time.instant(), session.caller().zone()),
                () -> session.user().map(user -> unit.teams().ofMember(user)).orElse(List.<TeamId>of()));
    }
}
