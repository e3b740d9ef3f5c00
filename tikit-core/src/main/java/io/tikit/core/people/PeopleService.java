package io.tikit.core.people;

import io.tikit.api.access.Permission;
import io.tikit.api.page.Page;
import io.tikit.api.page.PageRequest;
import io.tikit.api.people.CreateTeam;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.DeactivateUser;
import io.tikit.api.people.InviteUser;
import io.tikit.api.people.People;
import io.tikit.api.people.ProfileField;
import io.tikit.api.people.Team;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.UpdateProfile;
import io.tikit.api.people.UpdateTeam;
import io.tikit.api.people.UpdateUser;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.core.access.Access;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.pipeline.IdCursors;
import io.tikit.core.pipeline.Pipeline;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Users and teams for one caller. */
public final class PeopleService implements People {
    private final Supplier<Session> session;
    private final Pipeline pipeline;
    private final Reader reader;
    private final Snapshots snapshots;

    public PeopleService(Supplier<Session> session, Pipeline pipeline, Reader reader, Snapshots snapshots) {
        this.session = session;
        this.pipeline = pipeline;
        this.reader = reader;
        this.snapshots = snapshots;
    }

    @Override
    public User createUser(CreateUser command) {
        return pipeline.execute(session.get(), command);
    }

    @Override
    public User updateUser(UpdateUser command) {
        return pipeline.execute(session.get(), command);
    }

    @Override
    public User updateProfile(UpdateProfile command) {
        return pipeline.execute(session.get(), command);
    }

    @Override
    public Set<ProfileField> ownFields() {
        Session who = session.get();
        return reader.read(who.tenant(), unit -> ProfileRules.ownFields(who, snapshots.of(unit, false)));
    }

    @Override
    public User invite(InviteUser command) {
        return pipeline.execute(session.get(), command);
    }

    @Override
    public User deactivate(DeactivateUser command) {
        return pipeline.execute(session.get(), command);
    }

    @Override
    public Team createTeam(CreateTeam command) {
        return pipeline.execute(session.get(), command);
    }

    @Override
    public Team updateTeam(UpdateTeam command) {
        return pipeline.execute(session.get(), command);
    }

    @Override
    public Optional<User> me() {
        return session.get().user().flatMap(this::user);
    }

    @Override
    public Optional<User> user(UserId id) {
        Session who = session.get();
        return reader.read(
                who.tenant(),
                unit -> unit.users().findAll(Set.of(id)).stream()
                        .filter(user -> sees(who, user))
                        .findFirst());
    }

    @Override
    public Optional<User> userBySubject(String subject) {
        Session who = session.get();
        if (subject.length() > PeopleRules.LONGEST_SUBJECT) {
            return Optional.empty();
        }
        return reader.read(
                who.tenant(), unit -> unit.users().findBySubject(subject).filter(user -> sees(who, user)));
    }

    private static boolean sees(Session who, User user) {
        return Access.may(who, Permission.PEOPLE_SEE)
                || who.user().filter(user.id()::equals).isPresent();
    }

    @Override
    public Page<User> users(PageRequest page) {
        Session who = session.get();
        Access.require(who, Permission.PEOPLE_SEE);
        return reader.read(
                who.tenant(),
                unit -> IdCursors.page(
                        "users " + who.tenant(),
                        page,
                        (after, limit) -> unit.users().page(after.map(UserId::new), limit),
                        user -> user.id().value()));
    }

    @Override
    public Optional<Team> team(TeamId id) {
        Session who = session.get();
        return seesTeams(who) ? reader.read(who.tenant(), unit -> unit.teams().find(id)) : Optional.empty();
    }

    @Override
    public Optional<Team> teamByName(String name) {
        Session who = session.get();
        return seesTeams(who) && name.length() <= PeopleRules.LONGEST_TEAM
                ? reader.read(who.tenant(), unit -> unit.teams().findByName(name))
                : Optional.empty();
    }

    private static boolean seesTeams(Session who) {
        return Access.may(who, Permission.PEOPLE_SEE);
    }

    @Override
    public Page<Team> teams(PageRequest page) {
        Session who = session.get();
        Access.require(who, Permission.PEOPLE_SEE);
        return reader.read(
                who.tenant(),
                unit -> IdCursors.page(
                        "teams " + who.tenant(),
                        page,
                        (after, limit) -> unit.teams().page(after.map(TeamId::new), limit),
                        team -> team.id().value()));
    }
}
