package io.tikit.core.people;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.tikit.api.Actor;
import io.tikit.api.Caller;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.error.InvalidException;
import io.tikit.api.error.NotPermittedException;
import io.tikit.api.error.Violation;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Organisation;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.Role;
import io.tikit.api.people.TeamId;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.core.access.Rights;
import io.tikit.core.configuration.Snapshots;
import io.tikit.core.pipeline.EngineSettings;
import io.tikit.core.pipeline.Grants;
import io.tikit.core.pipeline.Identities;
import io.tikit.core.pipeline.Pipeline;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Time;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settles who a caller is. Users are remembered for a few seconds, so that a read costs one statement; commands read
 * their users again in the unit of work, and a user changed on this node is forgotten at once.
 */
@Singleton
public final class KnownPeople implements Identities {
    private static final int MOST = 20_000;
    private static final Duration FOR = Duration.ofSeconds(5);
    private static final String PROVISIONING = "provisioning";
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_CORRELATION = 64;

    private record UserKey(TenantId tenant, UserId user) {}

    private record Memberships(List<TeamId> teams, List<OrganisationId> organisations) {}

    private record SubjectKey(TenantId tenant, String subject) {}

    private final Cache<UserKey, User> users =
            CacheBuilder.newBuilder().maximumSize(MOST).expireAfterWrite(FOR).build();
    private final Cache<UserKey, Memberships> memberships =
            CacheBuilder.newBuilder().maximumSize(MOST).expireAfterWrite(FOR).build();
    private final Cache<SubjectKey, UserId> subjects =
            CacheBuilder.newBuilder().maximumSize(MOST).expireAfterWrite(FOR).build();

    private final Reader reader;
    private final Provider<Pipeline> pipeline;
    private final Provider<Grants> grants;
    private final boolean provision;
    private final Snapshots snapshots;
    private final Time time;

    @Inject
    KnownPeople(
            Reader reader,
            Provider<Pipeline> pipeline,
            Provider<Grants> grants,
            EngineSettings settings,
            Snapshots snapshots,
            Time time) {
        this.reader = reader;
        this.pipeline = pipeline;
        this.grants = grants;
        this.snapshots = snapshots;
        this.time = time;
        this.provision = settings.provisionPeople();
    }

    void forget(TenantId tenant, User user) {
        users.invalidate(new UserKey(tenant, user.id()));
        subjects.invalidate(new SubjectKey(tenant, user.person().subject()));
        memberships.invalidate(new UserKey(tenant, user.id()));
    }

    void forgetMemberships(TenantId tenant, Collection<UserId> members) {
        members.forEach(member -> memberships.invalidate(new UserKey(tenant, member)));
    }

    /** The roles and teams are at most a few seconds old here; commands see them as they are. */
    @Override
    public Session settle(Caller caller, Session.@Nullable Reaction reaction) {
        Session session = settled(caller, reaction);
        Rights.Holder holder = new Rights.Holder(session.user(), time.instant(), caller.zone());
        return session.holding(
                session.role(),
                new Rights(
                        session.role(),
                        () -> snapshots.recent(session.tenant()).roles(),
                        holder,
                        new Rights.Places(
                                () -> session.user()
                                        .map(user ->
                                                places(session.tenant(), user).teams())
                                        .orElse(List.of()),
                                () -> session.user()
                                        .map(user ->
                                                places(session.tenant(), user).organisations())
                                        .orElse(List.of()),
                                () -> session.user()
                                        .map(user -> sharing(session.tenant(), user))
                                        .orElse(List.of()),
                                (field, root) -> snapshots.subtree(session.tenant(), field, root))));
    }

    private Memberships places(TenantId tenant, UserId user) {
        UserKey key = new UserKey(tenant, user);
        Memberships cached = memberships.getIfPresent(key);
        if (cached != null) {
            return cached;
        }
        Memberships read = reader.read(
                tenant,
                unit -> new Memberships(
                        unit.teams().ofMember(user),
                        unit.organisations().ofMember(user).stream()
                                .map(Organisation::id)
                                .toList()));
        if (!reader.insideHostTransaction()) {
            memberships.put(key, read);
        }
        return read;
    }

    /** Read each time, so that who leaves, or an organisation that shares no longer, counts on all nodes at once. */
    private List<OrganisationId> sharing(TenantId tenant, UserId id) {
        // Whoever belongs to any organisation has a first one; most have none, and are asked nothing.
        if (user(tenant, id).flatMap(User::organisation).isEmpty()) {
            return List.of();
        }
        return reader.read(
                tenant,
                unit -> unit.organisations().ofMember(id).stream()
                        .filter(Organisation::shared)
                        .map(Organisation::id)
                        .toList());
    }

    private Session settled(Caller caller, Session.@Nullable Reaction reaction) {
        if (caller.correlationId().length() > LONGEST_CORRELATION) {
            throw invalid("correlationId", LONGEST_CORRELATION, caller.correlationId());
        }
        Actor actor = caller.actor();
        if (actor instanceof Actor.Engine engine) {
            return new Session(caller, engine, Role.ADMIN, reaction);
        }
        if (actor instanceof Actor.Service service) {
            if (service.name().isBlank() || service.name().length() > LONGEST_NAME) {
                throw invalid("actor.name", LONGEST_NAME, service.name());
            }
            return new Session(caller, service, service.role(), reaction);
        }
        if (actor instanceof Actor.Login login) {
            return grants.get().settle(caller, login, reaction);
        }
        UserId id = actor instanceof Actor.User user ? user.id() : known(caller, ((Actor.Subject) actor).person());
        User user = user(caller.tenant(), id)
                .filter(User::active)
                .orElseThrow(() -> new NotPermittedException(
                        ErrorCode.USER_INACTIVE, "user " + id + " is unknown to this desk or not active"));
        return new Session(caller, new Actor.User(id), user.role(), reaction);
    }

    Optional<User> user(TenantId tenant, UserId id) {
        UserKey key = new UserKey(tenant, id);
        User cached = users.getIfPresent(key);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<User> read = reader.read(
                tenant, unit -> unit.users().findAll(Set.of(id)).stream().findFirst());
        if (!reader.insideHostTransaction()) {
            read.ifPresent(user -> users.put(key, user));
        }
        return read;
    }

    private UserId known(Caller caller, Person person) {
        SubjectKey key = new SubjectKey(caller.tenant(), person.subject());
        UserId cached = subjects.getIfPresent(key);
        if (cached != null) {
            return cached;
        }
        Optional<User> found = reader.read(caller.tenant(), unit -> unit.users().findBySubject(person.subject()));
        UserId id = found.isPresent() ? found.get().id() : provision(caller, person);
        if (!reader.insideHostTransaction()) {
            subjects.put(key, id);
        }
        return id;
    }

    /** Two first sights at once meet at the unique subject; the later one finds what the earlier one wrote. */
    private UserId provision(Caller caller, Person person) {
        if (!provision) {
            throw new NotPermittedException(
                    ErrorCode.USER_INACTIVE,
                    "the caller's person is unknown to this desk and people.provision is set to never");
        }
        Session engine = new Session(caller, new Actor.Engine(PROVISIONING), Role.ADMIN, null);
        try {
            return pipeline.get()
                    .execute(engine, new CreateUser(person, Role.CUSTOMER))
                    .id();
        } catch (ConflictException e) {
            return reader.read(caller.tenant(), unit -> unit.users().findBySubject(person.subject()))
                    .orElseThrow(() -> new NotPermittedException(
                            ErrorCode.NOT_PERMITTED,
                            "the caller is new to this desk, but another user has the caller's mail address under"
                                    + " another subject; give one of them another address or subject"))
                    .id();
        }
    }

    private static InvalidException invalid(String path, int most, String text) {
        return new InvalidException(
                ErrorCode.INVALID_CALL,
                new Violation(
                        path,
                        "bad_length",
                        "has " + text.length() + " characters, from 1 to " + most + " are allowed",
                        Map.of("least", 1, "max", most, "length", text.length())));
    }
}
