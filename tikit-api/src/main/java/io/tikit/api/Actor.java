package io.tikit.api;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.login.LoginId;
import io.tikit.api.people.Role;
import io.tikit.api.people.UserId;
import java.util.Objects;

/**
 * Who acts. Kept with every event.
 *
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public sealed interface Actor {
    /**
     * A user of the desk, with the role that the desk gives.
     *
     * @param id the user
     */
    record User(UserId id) implements Actor {
        /** Checks that nothing is null. */
        public User {
            Objects.requireNonNull(id, "id");
        }
    }

    /**
     * One of the host's own people, known by {@link Person#subject()}. On first sight the person becomes a user with the
     * role of customer, unless the engine's setting {@code people.provision} says {@code never}. Events then name the
     * user.
     *
     * @param person the person as the host knows them
     */
    record Subject(Person person) implements Actor {
        /** Checks that nothing is null. */
        public Subject {
            Objects.requireNonNull(person, "person");
        }
    }

    /**
     * Whoever holds a session or an API key of the desk itself, see {@link io.tikit.api.login.Logins}. Each call checks
     * that it is still good. Events name the user or service behind it.
     *
     * @param id the session or key
     */
    record Login(LoginId id) implements Actor {
        /** Checks that nothing is null. */
        public Login {
            Objects.requireNonNull(id, "id");
        }
    }

    /**
     * A part of the host that acts by itself, such as a nightly job.
     *
     * @param name what the host calls it, 1 to 60 characters
     * @param role what it may do
     */
    record Service(String name, Role role) implements Actor {
        /** Checks that nothing is null. */
        public Service {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(role, "role");
        }
    }

    /**
     * A part of the engine or of a plugin, such as a rule. Hosts meet it in events; they cannot act as one.
     *
     * @param name which part, 1 to 60 characters
     */
    record Engine(String name) implements Actor {
        /** Checks that nothing is null. */
        public Engine {
            Objects.requireNonNull(name, "name");
        }
    }
}
