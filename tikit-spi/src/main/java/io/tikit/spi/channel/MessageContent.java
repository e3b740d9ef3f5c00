package io.tikit.spi.channel;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a message says.
 *
 * @param subject one line, without control characters in what goes out; may be empty
 * @param text the whole body as plain text; there is always one, also beside HTML
 * @param html the body as HTML. Sanitised in what goes out; as it came, and never to be shown so, in what comes in
 * @param files in order; none if the channel does not carry files
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record MessageContent(String subject, String text, Optional<String> html, List<MessageFile> files) {
    /** Copies the files. */
    public MessageContent {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(html, "html");
        files = List.copyOf(files);
    }

    /**
     * Plain text.
     *
     * @param subject one line, may be empty
     * @param text the body
     * @return the content
     */
    public static MessageContent of(String subject, String text) {
        return new MessageContent(subject, text, Optional.empty(), List.of());
    }

    /**
     * The same with files.
     *
     * @param more all its files
     * @return a copy
     */
    public MessageContent withFiles(List<MessageFile> more) {
        return new MessageContent(subject, text, html, more);
    }

    /**
     * Says how much there is, not what.
     *
     * @return a text without the words of the message
     */
    @Override
    public String toString() {
        return "MessageContent[" + text.length() + " characters, " + files.size() + " files]";
    }
}
