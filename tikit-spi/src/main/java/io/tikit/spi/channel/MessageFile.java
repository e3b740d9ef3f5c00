package io.tikit.spi.channel;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * A file of a message. Its bytes are streamed and need never be in memory as a whole.
 *
 * @param name the name of the file as its sender gave it: to be shown, never to be used as a path
 * @param mediaType the type as its sender declared it, such as {@code image/png}; not to be trusted
 * @param size in bytes
 * @param content opens the bytes, as often as asked
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record MessageFile(String name, String mediaType, long size, Content content) {
    /** Checks that nothing is null. */
    public MessageFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(content, "content");
    }

    /** Opens the bytes of a file. Valid during the call in which the message was given. */
    @FunctionalInterface
    public interface Content {
        /**
         * Opens the bytes from the beginning.
         *
         * @return a stream, to be closed by the reader
         * @throws IOException if they cannot be read
         */
        InputStream open() throws IOException;
    }
}
