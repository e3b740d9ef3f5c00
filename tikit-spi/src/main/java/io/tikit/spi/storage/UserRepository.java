package io.tikit.spi.storage;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.Role;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Users of the unit's tenant. A subject belongs to one user, compared exactly; a mail address belongs to at most one
 * user, compared folded; the empty address is nobody's.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface UserRepository {
    /**
     * Reads several users in one statement.
     *
     * @param ids at most 500
     * @return those that exist, in any order
     */
    List<User> findAll(Collection<UserId> ids);

    /**
     * Reads a user and locks the row until the unit ends.
     *
     * @param id which user
     * @return the user as committed last, or empty
     */
    Optional<User> lock(UserId id);

    /**
     * Finds a user by subject.
     *
     * @param subject compared exactly
     * @return the user, or empty
     */
    Optional<User> findBySubject(String subject);

    /**
     * Finds a user by mail address.
     *
     * @param email compared folded, not empty
     * @return the user, or empty
     */
    Optional<User> findByEmail(String email);

    /**
     * Lists users in the order of their ids.
     *
     * @param after the last one of the page before
     * @param limit how many at most
     * @return the users
     */
    List<User> page(Optional<UserId> after, int limit);

    /**
     * Tells whether somebody else is active in a role.
     *
     * @param role which role
     * @param except a user who does not count
     * @return whether there is another one
     */
    boolean anotherActive(Role role, UserId except);

    /**
     * Writes a new user. A subject or mail address that is taken shows at the commit or before.
     *
     * @param user the user
     */
    void insert(User user);

    /**
     * Writes a changed user.
     *
     * @param user the user, with the id of a user that exists
     */
    void update(User user);
}
