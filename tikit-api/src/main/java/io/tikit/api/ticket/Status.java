package io.tikit.api.ticket;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A desk's own name for a step of its workflow, mapped to a {@link State} (REQ-TM-015). The constants are those of the
 * default workflow.
 *
 * @param key lower-case ASCII letters, digits and underscore, starting with a letter, at most 40 characters
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Status(String key) {
    // Before the constants, whose making checks the form.
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    /** Nobody has looked at it. */
    public static final Status NEW = new Status("new");
    /** Seen, and waiting for an agent. */
    public static final Status OPEN = new Status("open");
    /** Waiting for the requester or a third party. */
    public static final Status PENDING = new Status("pending");
    /** An agent works on it. */
    public static final Status IN_PROGRESS = new Status("in_progress");
    /** Solved. */
    public static final Status RESOLVED = new Status("resolved");
    /** Over. */
    public static final Status CLOSED = new Status("closed");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the key does not have the form described above
     */
    public Status {
        Objects.requireNonNull(key, "key");
        if (!FORM.matcher(key).matches()) {
            throw new IllegalArgumentException("status key must match " + FORM.pattern());
        }
    }

    @Override
    public String toString() {
        return key;
    }
}
