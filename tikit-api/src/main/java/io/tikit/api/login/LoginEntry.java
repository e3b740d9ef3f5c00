package io.tikit.api.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.people.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A line of the history of logins (REQ-UM-005). The reason of a refusal stands here alone; whoever was refused did not
 * hear it.
 *
 * @param id names the line; lines sort by it as by time
 * @param at when
 * @param user whose login; empty for a name that nobody has
 * @param by who did it, when it was somebody else, such as an administrator or who acted as this user
 * @param what what happened, with its reason or method, such as wrong_password or totp
 * @param origin from where
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record LoginEntry(
        UUID id, Instant at, Optional<UserId> user, Optional<UserId> by, Happening what, Origin origin) {
    /** Checks that nothing is null. */
    public LoginEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(origin, "origin");
    }

    /**
     * What happened.
     *
     * @param kind the kind
     * @param detail why or by which means: lower-case ASCII letters, digits and underscore, at most 40 characters; may
     *     be empty
     */
    public record Happening(Kind kind, String detail) {
        /** Checks that nothing is null. */
        public Happening {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(detail, "detail");
        }
    }

    /** Kinds of lines. The list grows. */
    public enum Kind {
        /** Somebody signed in; the detail is the method. */
        SIGNED_IN,
        /** Somebody was refused; the detail is the true reason. */
        REFUSED,
        /** Too many failures: for a while even the right password does not do. */
        LOCKED,
        /** An administrator ended a lock. */
        UNLOCKED,
        /** A password was set; the detail says by which way. */
        PASSWORD_SET,
        /** A mail to set a new password was asked for, or an invitation sent. */
        TOKEN_SENT,
        /** Somebody signed out. */
        SIGNED_OUT,
        /** Sessions were revoked. */
        SESSIONS_REVOKED,
        /** A second factor was added. */
        FACTOR_ADDED,
        /** A second factor was removed. */
        FACTOR_REMOVED,
        /** Recovery codes were made; older ones no longer do. */
        RECOVERY_MADE,
        /** An API key was made. */
        KEY_MADE,
        /** An API key was used for the first time. */
        KEY_USED,
        /** An API key got a successor. */
        KEY_ROTATED,
        /** An API key was revoked. */
        KEY_REVOKED,
        /** Somebody began to act as somebody else. */
        ACTING_BEGAN,
        /** Somebody ceased to act as somebody else. */
        ACTING_ENDED
    }
}
