package io.tikit.jpa.people;

import io.tikit.api.Person;
import io.tikit.api.people.OrganisationId;
import io.tikit.api.people.Role;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.jpa.codec.Fingerprint;
import io.tikit.jpa.codec.Ids;
import io.tikit.jpa.session.Session;
import io.tikit.spi.storage.UserRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Users in the database. */
public final class UserTable implements UserRepository {
    /** What the provider is to know. */
    public static final List<Class<?>> ENTITIES = List.of(UserEntity.class);

    private static final String BY_ID = "SELECT u FROM User u WHERE u.tenant = ?1 AND u.id = ?2";

    private static final String WITH_REVISION = "SELECT u.id, u.name, u.email, u.subject, u.role, u.state, u.created,"
            + " h.revision, u.organisation, u.locale, u.zone, u.phone FROM User u, ConfigHead h WHERE u.tenant = ?1 AND h.tenant = u.tenant AND u.id IN (";

    private final Session session;
    private final LongConsumer revision;

    /** Tells of the revision of the configuration whenever a statement brings it along. */
    public UserTable(Session session, LongConsumer revision) {
        this.session = session;
        this.revision = revision;
    }

    /** Every command begins with its users, so the revision of the configuration comes along. */
    @Override
    public List<User> findAll(Collection<UserId> ids) {
        List<UserId> wanted = new ArrayList<>(new LinkedHashSet<>(ids));
        if (wanted.isEmpty()) {
            return List.of();
        }
        if (wanted.size() == 1 || !session.dialect().findsLists()) {
            return wanted.stream()
                    .flatMap(id -> withRevision(List.of(id.value())).stream())
                    .toList();
        }
        return withRevision(Ids.padded(wanted).stream().map(UserId::value).toList());
    }

    private List<User> withRevision(List<UUID> ids) {
        StringBuilder jpql = new StringBuilder(WITH_REVISION);
        List<Object> parameters = new ArrayList<>();
        parameters.add(session.tenant());
        for (UUID id : ids) {
            jpql.append(parameters.size() == 1 ? "" : ", ").append('?').append(parameters.size() + 1);
            parameters.add(id);
        }
        List<Object[]> rows = session.readAll(Object[].class, jpql.append(')').toString(), parameters.toArray());
        if (!rows.isEmpty()) {
            revision.accept((Long) rows.get(0)[7]);
        }
        return rows.stream().map(UserTable::user).toList();
    }

    private static User user(Object[] row) {
        return new User(
                new UserId((UUID) row[0]),
                new Person((String) row[1], (String) row[2], (String) row[3]),
                new Role((String) row[4]),
                UserEntity.state((Short) row[5]),
                UserEntity.profile((String) row[9], (String) row[10], (String) row[11]),
                Optional.ofNullable((UUID) row[8]).map(OrganisationId::new),
                Instant.ofEpochMilli((Long) row[6]));
    }

    @Override
    public Optional<User> lock(UserId id) {
        return Optional.ofNullable(session.lock(UserEntity.class, BY_ID, session.tenant(), id.value()))
                .map(UserEntity::toUser);
    }

    @Override
    public Optional<User> findBySubject(String subject) {
        return users(session.readAll(
                        UserEntity.class,
                        "SELECT u FROM User u WHERE u.tenant = ?1 AND u.subjectDigest = ?2",
                        session.tenant(),
                        Fingerprint.exact(subject)))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<User> findByEmail(String email) {
        return users(session.readAll(
                        UserEntity.class,
                        "SELECT u FROM User u WHERE u.tenant = ?1 AND u.emailDigest = ?2",
                        session.tenant(),
                        Fingerprint.folded(email)))
                .stream()
                .findFirst();
    }

    @Override
    public List<User> page(Optional<UserId> after, int limit) {
        return users(
                after.isEmpty()
                        ? session.read(
                                UserEntity.class,
                                "SELECT u FROM User u WHERE u.tenant = ?1 ORDER BY u.id",
                                limit,
                                session.tenant())
                        : session.read(
                                UserEntity.class,
                                "SELECT u FROM User u WHERE u.tenant = ?1 AND u.id > ?2 ORDER BY u.id",
                                limit,
                                session.tenant(),
                                after.get().value()));
    }

    @Override
    public boolean anotherActive(Role role, UserId except) {
        return !session.read(
                        UUID.class,
                        "SELECT u.id FROM User u WHERE u.tenant = ?1 AND u.role = ?2 AND u.state = ?3 AND u.id <> ?4",
                        1,
                        session.tenant(),
                        role.key(),
                        UserEntity.ACTIVE,
                        except.value())
                .isEmpty();
    }

    @Override
    public void insert(User user) {
        UserEntity row = new UserEntity(session.tenant(), user.id().value());
        row.write(user);
        session.insert(row);
    }

    @Override
    public void update(User user) {
        UserEntity row = session.lock(
                UserEntity.class, BY_ID, session.tenant(), user.id().value());
        if (row == null) {
            throw new IllegalStateException(user.id() + " is changed but does not exist");
        }
        row.write(user);
        session.changed();
    }

    private static List<User> users(List<UserEntity> rows) {
        return rows.stream().map(UserEntity::toUser).toList();
    }
}
