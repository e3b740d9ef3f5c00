package io.tikit.jpa.people;

import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.jpa.codec.Fingerprint;
import io.tikit.jpa.codec.Ids;
import io.tikit.jpa.session.Session;
import io.tikit.spi.storage.UserRepository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Users in the database. */
public final class UserTable implements UserRepository {
    /** What the provider is to know. */
    public static final List<Class<?>> ENTITIES = List.of(UserEntity.class);

    private static final String BY_ID = "SELECT u FROM User u WHERE u.tenant = ?1 AND u.id = ?2";

    private final Session session;

    public UserTable(Session session) {
        this.session = session;
    }

    @Override
    public List<User> findAll(Collection<UserId> ids) {
        List<UserId> wanted = new ArrayList<>(new LinkedHashSet<>(ids));
        if (wanted.isEmpty()) {
            return List.of();
        }
        if (wanted.size() == 1 || !session.dialect().findsLists()) {
            return wanted.stream()
                    .flatMap(id ->
                            users(session.readAll(UserEntity.class, BY_ID, session.tenant(), id.value())).stream())
                    .toList();
        }
        List<Object> parameters = new ArrayList<>();
        parameters.add(session.tenant());
        Ids.padded(wanted).forEach(id -> parameters.add(id.value()));
        return users(session.readNative(
                UserEntity.class,
                "SELECT * FROM tikit_user WHERE tenant = ? AND id IN (" + Session.places(parameters.size() - 1, "?")
                        + ")",
                parameters));
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
