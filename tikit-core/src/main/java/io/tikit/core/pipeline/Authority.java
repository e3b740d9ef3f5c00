package io.tikit.core.pipeline;

import io.tikit.api.people.TeamId;
import java.util.List;

/** What an actor holds. The feature of access makes it, and it alone looks into it. */
public interface Authority {
    /** Held by sessions of which nobody has settled yet what they hold: nothing, but for the engine itself. */
    Authority UNSETTLED = List::of;

    /** Of which teams the actor is a member, by id. */
    List<TeamId> teams();
}
