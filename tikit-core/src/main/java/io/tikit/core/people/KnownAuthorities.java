package io.tikit.core.people;

import io.tikit.api.people.Organisation;
import io.tikit.api.people.Role;
import io.tikit.core.access.Rights;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.pipeline.Authorities;
import io.tikit.core.pipeline.Authority;
import io.tikit.core.pipeline.Execution;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Time;
import io.tikit.core.tree.Trees;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** What actors hold inside a unit: the roles at its revision, and the teams, organisations and trees as it sees them. */
@Singleton
final class KnownAuthorities implements Authorities {
    private final Snapshots snapshots;
    private final Trees trees;
    private final Time time;

    @Inject
    KnownAuthorities(Snapshots snapshots, Trees trees, Time time) {
        this.snapshots = snapshots;
        this.trees = trees;
        this.time = time;
    }

    @Override
    public Authority inside(Execution execution, Role role) {
        Session session = execution.session();
        return new Rights(
                role,
                () -> snapshots.of(execution).roles(),
                new Rights.Holder(
                        session.user(), time.instant(), session.caller().zone()),
                new Rights.Places(
                        () -> session.user()
                                .map(user -> execution.unit().teams().ofMember(user))
                                .orElse(List.of()),
                        () -> session.user()
                                .map(user -> execution.unit().organisations().ofMember(user).stream()
                                        .map(Organisation::id)
                                        .toList())
                                .orElse(List.of()),
                        () -> session.user()
                                .map(user -> execution.unit().organisations().ofMember(user).stream()
                                        .filter(Organisation::shared)
                                        .map(Organisation::id)
                                        .toList())
                                .orElse(List.of()),
                        (field, root) -> trees.of(execution).under(field, root)));
    }
}
