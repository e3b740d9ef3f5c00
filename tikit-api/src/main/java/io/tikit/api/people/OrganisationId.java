package io.tikit.api.people;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;
import java.util.UUID;

/**
 * Names an organisation. A version 7 UUID (RFC 9562), so ids sort by the time of their making, compared as unsigned bytes.
 *
 * @param value the UUID
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record OrganisationId(UUID value) {
    /** Checks that nothing is null. */
    public OrganisationId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Makes the id from its text.
     *
     * @param text a UUID in its usual form
     * @return the id
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static OrganisationId of(String text) {
        return new OrganisationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
