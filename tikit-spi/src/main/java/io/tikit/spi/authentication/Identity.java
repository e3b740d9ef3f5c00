package io.tikit.spi.authentication;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who somebody is, by the word of the authenticator.
 *
 * @param subject names the person for ever: the same at every login, never given to somebody else; 1 to 200 characters
 * @param name how the person is called
 * @param mail a mail address that the authenticator vouches for; empty if it only has hearsay
 * @param groups what the person belongs to, in the terms of the authenticator
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Identity(String subject, String name, Optional<String> mail, Set<String> groups) {
    /**
     * Copies the groups.
     *
     * @throws IllegalArgumentException if the subject is empty or too long
     */
    public Identity {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(mail, "mail");
        groups = Set.copyOf(groups);
        if (subject.isEmpty() || subject.length() > 200) {
            throw new IllegalArgumentException("a subject has 1 to 200 characters, not " + subject.length());
        }
    }
}
