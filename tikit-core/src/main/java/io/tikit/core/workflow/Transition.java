package io.tikit.core.workflow;

import io.tikit.api.access.Permission;
import io.tikit.api.people.Role;
import io.tikit.api.ticket.Status;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A way from one status to another.
 *
 * @param from where it begins; empty for any status
 * @param to where it leads
 * @param label what doing it is called; empty for the label of the status
 * @param when a condition on the ticket that it asks for; empty for none
 * @param needs the keys of the fields that must have a value
 * @param entry what must be written with it
 * @param right who may do it
 */
public record Transition(
        Set<Status> from, Status to, String label, String when, List<String> needs, EntryNeed entry, Right right) {
    /** What must be written with a transition. */
    public enum EntryNeed {
        /** Nothing. */
        NONE,
        /** A reply, which everybody on the ticket reads. */
        REPLY,
        /** A note, or a reply. */
        NOTE
    }

    /**
     * Who may make a transition instead of those who may change the status otherwise: whoever has one of the roles or holds
     * the permission.
     *
     * @param roles the roles
     * @param permission the permission
     */
    public record Right(Set<Role> roles, Optional<Permission> permission) {
        static final Right GENERAL = new Right(Set.of(), Optional.empty());

        public Right {
            roles = Set.copyOf(roles);
        }

        /** Whether it says nothing, so that the general right counts. */
        public boolean isGeneral() {
            return roles.isEmpty() && permission.isEmpty();
        }
    }

    public Transition {
        from = Collections.unmodifiableSet(new LinkedHashSet<>(from));
        needs = List.copyOf(needs);
    }

    static Transition plain(Set<Status> from, Status to) {
        return new Transition(from, to, "", "", List.of(), EntryNeed.NONE, Right.GENERAL);
    }

    /** Whether it begins in every status. */
    boolean isFromAny() {
        return from.isEmpty();
    }

    boolean begins(Status status) {
        return !status.equals(to) && (from.isEmpty() || from.contains(status));
    }
}
