package io.tikit.docs.example;

import io.tikit.api.Command;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.TikitPlugin;
import io.tikit.spi.timer.DueTimer;
import io.tikit.spi.timer.TimerHandler;
import java.util.List;

// tag::handler
public final class WakeUp implements TikitPlugin, TimerHandler {
    public WakeUp() {}

    @Override
    public PluginDescriptor descriptor() {
        return PluginDescriptor.of("wake-up", "1.0");
    }

    @Override
    public void contribute(Contributions to, PluginContext context) {
        to.add(ExtensionPoint.TIMER_HANDLER, name(), this);
    }

    @Override
    public String name() {
        return "wake-up";
    }

    @Override
    public List<Command<?>> due(DueTimer due) {
        TicketId ticket = new TicketId(due.timer().subject().orElseThrow());
        return List.of(UpdateTicket.of(ticket, new TicketChange.SetStatus(Status.OPEN)));
    }
}
// end::handler
