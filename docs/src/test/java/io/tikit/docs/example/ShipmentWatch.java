package io.tikit.docs.example;

import io.tikit.api.Desk;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.event.EventTypes;
import io.tikit.api.ticket.TicketId;
import io.tikit.spi.work.Work;
import io.tikit.spi.work.WorkConsumer;
import java.util.Set;

// tag::consumer
final class ShipmentWatch implements WorkConsumer {
    private final Shipments shipments;

    ShipmentWatch(Shipments shipments) {
        this.shipments = shipments;
    }

    @Override
    public String name() {
        return "shipment-watch";
    }

    @Override
    public Set<String> eventTypes() {
        return Set.of(EventTypes.TICKET_CREATED);
    }

    @Override
    public void handle(Work work) {
        Desk desk = work.desk();
        TicketId ticket = work.event().ticket().orElseThrow();
        shipments.ask(work.key(), desk.tickets().get(ticket).subject());
        desk.conversations().note(AddNote.to(ticket, "Shipment asked for."));
    }
}
// end::consumer
