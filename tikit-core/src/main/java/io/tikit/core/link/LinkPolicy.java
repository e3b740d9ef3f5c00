package io.tikit.core.link;

import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.link.LinkKind;
import io.tikit.api.ticket.State;
import io.tikit.core.configuration.Snapshot;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What links do on a desk: the body of {@code link-policy/desk}.
 *
 * @param parentWaits whether a ticket with open children can neither be resolved nor closed
 * @param follow which tickets take the status of another one
 */
record LinkPolicy(boolean parentWaits, List<Follow> follow) {
    static final String KIND = "link-policy";
    static final DocumentKey DOCUMENT = new DocumentKey(KIND, "desk");

    /** Without the document nothing happens to a ticket because of another one. */
    static final LinkPolicy DEFAULT = new LinkPolicy(true, List.of());

    /**
     * Tickets that follow another one.
     *
     * @param kind how they are linked to it
     * @param when the state in which it comes
     */
    record Follow(LinkKind kind, State when) {}

    static LinkPolicy of(Snapshot snapshot) {
        return snapshot.inUse(DOCUMENT, LinkPolicy.class).orElse(DEFAULT);
    }

    /** The kinds of links by which open tickets follow one that comes into a state. */
    Set<LinkKind> followers(State state) {
        Set<LinkKind> kinds = new TreeSet<>();
        follow.stream().filter(one -> one.when() == state).forEach(one -> kinds.add(one.kind()));
        return kinds;
    }
}
