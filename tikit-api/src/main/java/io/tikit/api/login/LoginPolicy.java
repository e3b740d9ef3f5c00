package io.tikit.api.login;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.people.Role;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * What a desk demands of those who sign in (REQ-UM-010, REQ-UM-011). The document {@code login-policy/default}; without
 * one, {@link #DEFAULT} holds.
 *
 * @param passwords what a password must be like
 * @param lockOut what happens after failures
 * @param sessions how long one stays signed in
 * @param secondFactor the roles that must have a second factor
 * @param passkeys whether and how passkeys are used
 * @param adminAddresses from where administrators may come: addresses and networks such as 10.0.0.0/8 or 2001:db8::/32;
 *     empty for everywhere
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record LoginPolicy(
        PasswordRules passwords,
        LockOut lockOut,
        SessionLimits sessions,
        Set<Role> secondFactor,
        PasskeyRules passkeys,
        Set<String> adminAddresses) {
    /** The kind of its document. */
    public static final String KIND = "login-policy";
    /** The only document of the kind. */
    public static final DocumentKey DOCUMENT = new DocumentKey(KIND, "default");
    /** What holds without a document. */
    public static final LoginPolicy DEFAULT = new LoginPolicy(
            new PasswordRules(12, 0, 5, Duration.ZERO, true, false),
            new LockOut(5, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofMinutes(15)),
            new SessionLimits(Duration.ofMinutes(30), Duration.ofHours(12)),
            Set.of(),
            new PasskeyRules("", Set.of(), false, false),
            Set.of());

    /** Copies the sets. */
    public LoginPolicy {
        Objects.requireNonNull(passwords, "passwords");
        Objects.requireNonNull(lockOut, "lockOut");
        Objects.requireNonNull(sessions, "sessions");
        secondFactor = Set.copyOf(secondFactor);
        Objects.requireNonNull(passkeys, "passkeys");
        adminAddresses = Set.copyOf(adminAddresses);
    }

    /**
     * What a password must be like. Length counts most; the kinds of characters that some demand are off by default.
     *
     * @param shortest how many characters it has at least, 8 to 64; it may have 128
     * @param kinds of how many of the four kinds (lower case, upper case, digits, others) there must be one, 0 to 4
     * @param remembered how many earlier passwords may not be used again, 0 to 24
     * @param oldest after how long it must be changed, in days; zero for never
     * @param notPersonal whether it may not contain the name or mail address of the person
     * @param listed whether no password can be set while a list of passwords that are known to the world cannot be asked;
     *     otherwise they are taken unlisted, and the health of the desk says so
     */
    public record PasswordRules(
            int shortest, int kinds, int remembered, Duration oldest, boolean notPersonal, boolean listed) {
        /** Checks that nothing is null. */
        public PasswordRules {
            Objects.requireNonNull(oldest, "oldest");
        }
    }

    /**
     * What happens after failures, for each account and for each address. After the free ones each failure costs a wait
     * that doubles; failures are forgotten with time, one after the other. No wait is for ever, and an address from which
     * somebody has signed in before has a count of its own, so that nobody can keep the owner out.
     *
     * @param free how many failures cost nothing, 1 to 100; an address has ten times as many
     * @param first the wait after the next failure
     * @param longest the longest wait
     * @param forgets after how long one failure is forgotten
     */
    public record LockOut(int free, Duration first, Duration longest, Duration forgets) {
        /** Checks that nothing is null. */
        public LockOut {
            Objects.requireNonNull(first, "first");
            Objects.requireNonNull(longest, "longest");
            Objects.requireNonNull(forgets, "forgets");
        }
    }

    /**
     * How long one stays signed in.
     *
     * @param idle without using the session
     * @param absolute at all
     */
    public record SessionLimits(Duration idle, Duration absolute) {
        /** Checks that nothing is null. */
        public SessionLimits {
            Objects.requireNonNull(idle, "idle");
            Objects.requireNonNull(absolute, "absolute");
        }
    }

    /**
     * Whether and how passkeys are used.
     *
     * @param relyingParty the domain that they belong to, such as desk.example: that of the pages that ask for them, or one
     *     above it. Passkeys of an earlier one do no longer. Empty where there are none
     * @param origins where those pages are, such as https://desk.example
     * @param verified whether devices must verify their users (by a PIN, a finger, a face) also after a password
     * @param alone whether a passkey lets in without a password; then the device must verify its user in any case
     */
    public record PasskeyRules(String relyingParty, Set<String> origins, boolean verified, boolean alone) {
        /** Copies the set. */
        public PasskeyRules {
            Objects.requireNonNull(relyingParty, "relyingParty");
            origins = Set.copyOf(origins);
        }
    }
}
