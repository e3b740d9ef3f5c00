package io.tikit.core.ticket;

import io.tikit.api.Command;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.workflow.AdvanceTicket;
import io.tikit.core.workflow.LifecycleTimers;
import io.tikit.spi.timer.DueTimer;
import io.tikit.spi.timer.TimerHandler;
import jakarta.inject.Inject;
import java.util.List;

/** Moves tickets on whose time has come. */
final class LifecycleTimerHandler implements TimerHandler {
    @Inject
    LifecycleTimerHandler() {}

    @Override
    public String name() {
        return LifecycleTimers.NAME;
    }

    @Override
    public List<Command<?>> due(DueTimer due) {
        TicketId ticket = new TicketId(due.timer().subject().orElseThrow());
        AdvanceTicket.Step step =
                switch (LifecycleTimers.Purpose.valueOf(due.timer().payload())) {
                    case WAKE -> AdvanceTicket.Step.WAKE;
                    case ANNOUNCE -> AdvanceTicket.Step.ANNOUNCE_CLOSING;
                    case CLOSE -> AdvanceTicket.Step.CLOSE;
                };
        return List.of(new AdvanceTicket(ticket, step));
    }
}
