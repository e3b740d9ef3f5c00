package io.tikit.tck.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Person;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.error.ConflictException;
import io.tikit.api.error.ErrorCode;
import io.tikit.api.people.Role;
import io.tikit.api.people.User;
import io.tikit.api.people.UserId;
import io.tikit.api.people.UserProfile;
import io.tikit.api.people.UserState;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import io.tikit.tck.Together;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Users, their subjects and mail addresses.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.PLUGIN)
public interface UserContract extends StorageFixture {
    /** Users come back as they were written, and change as a whole. */
    @Test
    default void usersComeBackAsTheyWere() {
        TestTenant tenant = TestTenant.in(storage(), "user");
        List<User> users = new ArrayList<>(tenant.users());
        tenant.write(unit -> {
            for (int i = 0; i < 30; i++) {
                User user = tenant.data().user();
                users.add(user);
                unit.users().insert(user);
            }
        });
        List<UserId> ids = users.stream().map(User::id).toList();
        assertThat(tenant.list(unit -> unit.users().findAll(ids))).containsExactlyInAnyOrderElementsOf(users);
        User before = users.get(0);
        User any = tenant.data().user();
        User after = new User(
                before.id(),
                any.person(),
                new Role("other_role"),
                before.active() ? UserState.DEACTIVATED : UserState.ACTIVE,
                new UserProfile(Optional.of(Locale.GERMAN), Optional.of(ZoneId.of("Asia/Kolkata")), "112"),
                Optional.of(tenant.organisations().get(0)),
                before.createdAt());
        tenant.write(unit -> unit.users().update(after));
        assertThat(tenant.list(unit -> unit.users().findAll(List.of(before.id()))))
                .containsExactly(after);
        assertThat(tenant.find(unit -> unit.users().findBySubject(after.person().subject())))
                .contains(after);
        assertThat(tenant.find(
                        unit -> unit.users().findBySubject(before.person().subject())))
                .isEmpty();
    }

    /** Another active user of a role is found, whoever else is in it. */
    @Test
    default void anotherActiveUserOfARoleIsFound() {
        TestTenant tenant = TestTenant.in(storage(), "user-role");
        Role role = new Role("last_of_them");
        User one = tenant.data().user().withRole(role).withState(UserState.ACTIVE);
        User idle = tenant.data().user().withRole(role).withState(UserState.SUSPENDED);
        tenant.write(unit -> {
            unit.users().insert(one);
            unit.users().insert(idle);
        });
        assertThat(tenant.<Boolean>read(unit -> unit.users().anotherActive(role, one.id())))
                .isFalse();
        assertThat(tenant.<Boolean>read(unit -> unit.users().anotherActive(role, idle.id())))
                .isTrue();
        tenant.write(unit -> unit.users().update(idle.withState(UserState.ACTIVE)));
        assertThat(tenant.<Boolean>read(unit -> unit.users().anotherActive(role, one.id())))
                .isTrue();
    }

    /** All users are listed in the order of their ids, page by page. */
    @Test
    default void usersAreListedById() {
        TestTenant tenant = TestTenant.in(storage(), "user-page");
        List<User> users = new ArrayList<>(tenant.users());
        tenant.write(unit -> {
            for (int i = 0; i < 20; i++) {
                User user = tenant.data().user();
                users.add(user);
                unit.users().insert(user);
            }
        });
        List<User> seen = Pages.walk(
                6, (Optional<UserId> after) -> tenant.list(unit -> unit.users().page(after, 6)), User::id);
        assertThat(seen)
                .containsExactlyElementsOf(Expect.byId(users, user -> user.id().value()));
    }

    /** Subjects are compared exactly: neither case nor blanks nor forms of letters are passed over. */
    @Test
    default void subjectsAreExact() {
        TestTenant tenant = TestTenant.in(storage(), "exact");
        List<String> subjects = List.of(
                "ada", "Ada", "ADA", "ada ", " ada", "ad\u00e4", "ada\u0308", "\ufb01le", "file", "s".repeat(255));
        List<User> users = new ArrayList<>();
        for (String subject : subjects) {
            User user = with(tenant, "", subject);
            users.add(user);
            tenant.write(unit -> unit.users().insert(user));
        }
        for (User user : users) {
            assertThat(tenant.find(
                            unit -> unit.users().findBySubject(user.person().subject())))
                    .contains(user);
        }
        assertThat(tenant.find(unit -> unit.users().findBySubject("aDa"))).isEmpty();
        assertThat(tenant.find(unit -> unit.users().findBySubject("ada  "))).isEmpty();
        Expect.failure(
                ErrorCode.USER_EXISTS, () -> tenant.write(unit -> unit.users().insert(with(tenant, "", "Ada"))));
    }

    /** A mail address belongs to one user, whatever its case; the empty one is nobody's. */
    @Test
    default void mailAddressesAreUniqueFolded() {
        TestTenant tenant = TestTenant.in(storage(), "mail");
        User ada = with(tenant, "Ada.Stra\u00dfe@Example.com", "ada");
        tenant.write(unit -> unit.users().insert(ada));
        for (String taken :
                List.of("Ada.Stra\u00dfe@Example.com", "ADA.STRASSE@EXAMPLE.COM", "ada.strasse@example.com ")) {
            User other = with(tenant, taken, "other");
            Expect.failure(
                    ErrorCode.USER_EXISTS,
                    () -> tenant.write(unit -> unit.users().insert(other)));
            assertThat(tenant.find(unit -> unit.users().findBySubject("other"))).isEmpty();
            assertThat(tenant.find(unit -> unit.users().findByEmail(taken))).contains(ada);
        }
        assertThat(tenant.find(unit -> unit.users().findByEmail("ada.strase@example.com")))
                .isEmpty();
        for (int i = 0; i < 3; i++) {
            User nobody = with(tenant, "", "nobody-" + i);
            tenant.write(unit -> unit.users().insert(nobody));
        }
        assertThat(tenant.find(unit -> unit.users().findBySubject("nobody-2"))).isPresent();
    }

    /** A change can neither take what belongs to another nor lose what the user has. */
    @Test
    default void changesKeepNamesUnique() {
        TestTenant tenant = TestTenant.in(storage(), "rename");
        User ada = with(tenant, "ada@example.com", "ada");
        User bob = with(tenant, "bob@example.com", "bob");
        tenant.write(unit -> {
            unit.users().insert(ada);
            unit.users().insert(bob);
        });
        Expect.failure(
                ErrorCode.USER_EXISTS,
                () -> tenant.write(unit -> unit.users().update(renamed(bob, "ADA@example.com", "bob"))));
        Expect.failure(
                ErrorCode.USER_EXISTS,
                () -> tenant.write(unit -> unit.users().update(renamed(bob, "bob@example.com", "ada"))));
        assertThat(tenant.list(unit -> unit.users().findAll(List.of(bob.id())))).containsExactly(bob);
        User louder = renamed(ada, "ADA@EXAMPLE.COM", "ada");
        tenant.write(unit -> unit.users().update(louder));
        assertThat(tenant.find(unit -> unit.users().findBySubject("ada"))).contains(louder);
        tenant.write(unit -> unit.users().update(renamed(ada, "", "ada")));
        User heir = renamed(bob, "ada@example.com", "bob");
        tenant.write(unit -> unit.users().update(heir));
        assertThat(tenant.find(unit -> unit.users().findBySubject("bob"))).contains(heir);
    }

    /** Of several who write the same subject at once, one succeeds, and the others are told which name it was. */
    @Test
    default void oneOfSeveralTakesTheSubject() {
        TestTenant tenant = TestTenant.in(storage(), "user-race");
        List<User> rivals =
                IntStream.range(0, 4).mapToObj(i -> with(tenant, "", "rival")).toList();
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (User rival : rivals) {
            tasks.add(() -> {
                try {
                    tenant.persist(unit -> unit.users().insert(rival));
                    return true;
                } catch (ConflictException e) {
                    assertThat(e.code()).isEqualTo(ErrorCode.USER_EXISTS);
                    return false;
                }
            });
        }
        assertThat(Together.all(tasks)).containsOnlyOnce(true);
        assertThat(tenant.find(unit -> unit.users().findBySubject("rival"))).isPresent();
    }

    /** A unit sees the users that it has written; nobody sees them after a roll back. */
    @Test
    default void usersAreSeenByTheirUnit() {
        TestTenant tenant = TestTenant.in(storage(), "user-own");
        User user = tenant.data().user();
        try (UnitOfWork unit = storage().begin(tenant.id(), UnitMode.OWN)) {
            unit.users().insert(user);
            assertThat(unit.users().findBySubject(user.person().subject())).contains(user);
            User changed = renamed(user, user.person().email(), "changed-subject");
            unit.users().update(changed);
            assertThat(unit.users().findAll(List.of(user.id()))).containsExactly(changed);
        }
        assertThat(tenant.list(unit -> unit.users().findAll(List.of(user.id()))))
                .isEmpty();
    }

    private static User with(TestTenant tenant, String mail, String subject) {
        return renamed(tenant.data().user(), mail, subject);
    }

    private static User renamed(User user, String mail, String subject) {
        Person person = new Person(user.name(), mail, subject);
        return new User(user.id(), person, user.role(), user.active(), user.createdAt());
    }
}
