package io.tikit.spi.channel;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.api.ticket.TicketId;
import io.tikit.spi.delivery.Address;
import java.util.List;
import java.util.Objects;

/**
 * A message to people outside: a public entry of a ticket, after its commit.
 *
 * @param tenant whose desk speaks
 * @param key names this delivery over all tries and nodes: printable ASCII, at most 120 characters
 * @param ticket the ticket it belongs to
 * @param to who gets it, at least one
 * @param content what it says
 * @param references external ids of earlier messages of the conversation, the one that is answered first; ids that came
 *     in and ids from receipts
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record OutboundMessage(
        TenantId tenant,
        String key,
        TicketId ticket,
        List<Address> to,
        MessageContent content,
        List<String> references) {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if nobody gets it
     */
    public OutboundMessage {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(content, "content");
        to = List.copyOf(to);
        references = List.copyOf(references);
        if (to.isEmpty()) {
            throw new IllegalArgumentException("a message goes to somebody");
        }
    }
}
