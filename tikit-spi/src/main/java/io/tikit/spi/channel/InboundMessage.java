package io.tikit.spi.channel;

import io.tikit.api.TenantId;
import io.tikit.api.annotation.ImplementedBy;
import io.tikit.api.annotation.Stability;
import io.tikit.spi.delivery.Address;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A message from people outside.
 *
 * @param tenant whose desk it is for, known from where it arrived
 * @param externalId what the other side calls it, such as a message id: 1 to 200 characters, unique in the channel. Where
 *     the other side gives none, one made from the message so that the same message always gets the same
 * @param from who sent it
 * @param content what it says
 * @param references external ids of the messages that it answers, the nearest first; with capability THREADING
 * @param received when it arrived at the channel
 * @param traits what the channel knows about it
 * @since 0.1
 */
@Stability(Stability.Level.EXPERIMENTAL)
@ImplementedBy(ImplementedBy.Party.NOBODY)
public record InboundMessage(
        TenantId tenant,
        String externalId,
        Address from,
        MessageContent content,
        List<String> references,
        Instant received,
        Set<Trait> traits) {
    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException if the external id is empty or too long
     */
    public InboundMessage {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(externalId, "externalId");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(received, "received");
        references = List.copyOf(references);
        traits = Set.copyOf(traits);
        if (externalId.isEmpty() || externalId.length() > 200) {
            throw new IllegalArgumentException("an external id has 1 to 200 characters, not " + externalId.length());
        }
    }

    /** What a channel may know about a message beyond its words. */
    public enum Trait {
        /** The other side vouches that the sender is who it claims to be; without this the sender may be forged. */
        VERIFIED_SENDER,
        /** A machine wrote it, such as an absence notice: it must not cause an automatic answer. */
        AUTOMATIC,
        /** It says that a delivery failed; the references name which. */
        BOUNCE
    }
}
