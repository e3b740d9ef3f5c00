package io.tikit.api;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Locale;
import java.util.Objects;

/**
 * A person as the host knows them. The subject is the host's own stable name of the person (a login, a directory id);
 * it is what a returning person is recognised by.
 *
 * @param name how to address the person, 1 to 200 characters
 * @param email the mail address, at most 254 characters, may be empty when the host knows none
 * @param subject the host's stable name for the person, 1 to 255 characters, compared exactly
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Person(String name, String email, String subject) {
    /** Checks that nothing is null; lengths are checked where the person enters a desk. */
    public Person {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(subject, "subject");
    }

    /**
     * A person whose mail address, in lower case, is also the subject.
     *
     * @param name how to address the person
     * @param email the mail address
     * @return the person
     */
    public static Person of(String name, String email) {
        return new Person(name, email, email.toLowerCase(Locale.ROOT));
    }

    /**
     * The same person under the host's own stable name.
     *
     * @param newSubject the host's stable name
     * @return a copy
     */
    public Person withSubject(String newSubject) {
        return new Person(name, email, newSubject);
    }
}
