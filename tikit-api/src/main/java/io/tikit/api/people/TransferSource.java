package io.tikit.api.people;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file that can be read more than once.
 *
 * @since 0.1
 */
@FunctionalInterface
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.HOST)
public interface TransferSource {
    /**
     * Opens it at its beginning. The caller closes the stream.
     *
     * @return the same bytes each time
     * @throws IOException if it cannot be read
     */
    InputStream open() throws IOException;
}
