package io.tikit.core.pipeline;

import io.tikit.api.people.Role;

/** Settles what actors hold. */
public interface Authorities {
    /**
     * What the actor of an execution holds as its unit of work sees it. What it costs is paid when it is asked for:
     * nothing for roles of which the memory is fresh and that do not speak of teams and organisations.
     */
    Authority inside(Execution execution, Role role);
}
