package io.tikit.spi.classification;

import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import java.util.Objects;

/**
 * What a requester wrote when the ticket was made. It never holds internal notes nor anything that was written later, so
 * that nothing a requester may not see can be learned from or shine through a suggestion.
 *
 * @param subject one line
 * @param body plain text, may be empty
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record TicketText(String subject, String body) {
    /** Checks that nothing is null. */
    public TicketText {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(body, "body");
    }

    /**
     * Says how much there is, not what.
     *
     * @return a text without the words
     */
    @Override
    public String toString() {
        return "TicketText[" + subject.length() + " and " + body.length() + " characters]";
    }
}
