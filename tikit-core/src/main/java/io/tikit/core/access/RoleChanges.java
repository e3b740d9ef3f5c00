package io.tikit.core.access;

import io.tikit.api.access.RoleDefinition;
import io.tikit.api.people.Role;
import io.tikit.core.pipeline.Session;
import java.util.Optional;

/** Who may change roles. */
public final class RoleChanges {
    private RoleChanges() {}

    /**
     * Refuses a definition that holds more than the role of whoever makes it; a built-in role whose document is retired
     * holds what it held at first.
     *
     * @param key the key of the role
     * @param definition what is to be; empty if the document is retired
     */
    public static void require(Session session, String key, Optional<RoleDefinition> definition) {
        RoleDefinition wanted =
                definition.or(() -> RoleDefinition.builtIn(new Role(key))).orElse(RoleDefinition.NOTHING);
        Access.requireHoldsNoMore(session, "the role " + key, Grants.of(wanted));
    }
}
