package io.tikit.core.workflow;

import io.tikit.api.ticket.TicketType;
import java.util.Optional;

/**
 * What a desk says of a type of tickets: the body of a {@code ticket-type} document, whose key is the type.
 *
 * @param type the type
 * @param workflow the key of the workflow that its tickets follow
 * @param form the key of the form by which its tickets are opened
 */
public record TypeSetup(TicketType type, String workflow, Optional<String> form) {
    /** The kind of its documents. */
    public static final String KIND = "ticket-type";
}
