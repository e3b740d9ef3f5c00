package io.tikit.spi.delivery;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.Optional;

/**
 * Where somebody is reached, in the terms of one channel: a mail address, a phone number, an account. The engine keeps
 * and compares it as it is; only the channel knows what it means. Its text form hides it, since logs must not hold it.
 *
 * @param value 1 to 320 characters without control characters
 * @param name how the person is called there, for people
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Address(String value, Optional<String> name) {
    /** The most characters that an address has. */
    public static final int MOST_CHARACTERS = 320;

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the value is empty, too long or holds control characters, or the name holds
     *     some: line breaks in either would let somebody forge headers
     */
    public Address {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(name, "name");
        if (value.isEmpty() || value.length() > MOST_CHARACTERS || hasControl(value)) {
            throw new IllegalArgumentException(
                    "an address has 1 to " + MOST_CHARACTERS + " characters and no control characters");
        }
        if (name.isPresent() && hasControl(name.get())) {
            throw new IllegalArgumentException("the name of an address holds no control characters");
        }
    }

    /**
     * An address without a name.
     *
     * @param value the address
     * @return the address
     * @throws IllegalArgumentException if the form is wrong
     */
    public static Address of(String value) {
        return new Address(value, Optional.empty());
    }

    /**
     * Says that there is an address, not which.
     *
     * @return a text without personal data
     */
    @Override
    public String toString() {
        return "Address[" + value.length() + " characters]";
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
