package io.tikit.core.pipeline;

import io.tikit.api.people.Role;
import io.tikit.spi.storage.UnitOfWork;

/** Settles what actors hold. */
public interface Authorities {
    /**
     * What the actor of a session holds as a unit of work sees it. What it costs is paid when it is asked for: nothing
     * for roles of which the memory is fresh and that do not speak of teams.
     */
    Authority inside(UnitOfWork unit, Session session, Role role);
}
