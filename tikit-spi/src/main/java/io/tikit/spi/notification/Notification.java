package io.tikit.spi.notification;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.event.EventId;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that one person is told.
 *
 * @param tenant whose desk speaks
 * @param key names this notification over all tries and nodes: printable ASCII, at most 120 characters
 * @param recipient who is told; one person
 * @param event what happened; of several that were put together, the last one
 * @param message what is said
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record Notification(TenantId tenant, String key, Recipient recipient, EventId event, Message message) {
    /** Checks that nothing is null. */
    public Notification {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(message, "message");
    }

    /**
     * What is said, in the language of the recipient and within what the recipient may know.
     *
     * @param title one line, not empty
     * @param text plain text, may be empty
     * @param link where to read on; with capability LINK
     * @param topic a notification takes the place of the earlier one of the same topic: printable ASCII, at most 60
     *     characters; with capability TOPIC
     */
    public record Message(String title, String text, Optional<URI> link, Optional<String> topic) {
        /** Checks that nothing is null. */
        public Message {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(link, "link");
            Objects.requireNonNull(topic, "topic");
        }

        /**
         * Words alone.
         *
         * @param title one line
         * @param text plain text
         * @return the message
         */
        public static Message of(String title, String text) {
            return new Message(title, text, Optional.empty(), Optional.empty());
        }

        /**
         * The same with a link.
         *
         * @param target where to read on
         * @return a copy
         */
        public Message withLink(URI target) {
            return new Message(title, text, Optional.of(target), topic);
        }

        /**
         * The same with a topic.
         *
         * @param name of the topic
         * @return a copy
         */
        public Message withTopic(String name) {
            return new Message(title, text, link, Optional.of(name));
        }

        /**
         * Says how much there is, not what.
         *
         * @return a text without the words of the message
         */
        @Override
        public String toString() {
            return "Message[" + title.length() + " and " + text.length() + " characters]";
        }
    }
}
