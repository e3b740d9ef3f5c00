package io.tikit.spi.reference;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * An object of the host.
 *
 * @param label what people call it; blank ones are not shown, and of long ones the first {@value #LONGEST} characters are
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Referent(String label) {
    /** The most characters of a label that are shown. */
    public static final int LONGEST = 200;

    /** Checks that nothing is null. */
    public Referent {
        Objects.requireNonNull(label, "label");
    }
}
