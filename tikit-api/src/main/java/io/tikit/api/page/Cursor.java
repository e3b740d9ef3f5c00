package io.tikit.api.page;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * A place in a list. Opaque: it fits only the query that gave it and is refused by any other. It holds sort values of
 * the last item, so treat it as confidential as the list itself.
 *
 * @param token printable ASCII, safe in a URL, at most 2,000 characters
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Cursor(String token) {
    /** Checks that nothing is null. */
    public Cursor {
        Objects.requireNonNull(token, "token");
    }
}
