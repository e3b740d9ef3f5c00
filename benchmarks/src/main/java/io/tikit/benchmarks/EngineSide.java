package io.tikit.benchmarks;

import io.tikit.api.Caller;
import io.tikit.api.Tikit;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Ticket;
import io.tikit.core.TikitEngine;
import java.time.Duration;

/** Opens tickets as a host does: through the public interface of the engine, by a customer. */
final class EngineSide implements Side {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Tikit tikit;
    private final DeskData data;
    private final boolean paused;

    private EngineSide(Tikit tikit, DeskData data, boolean paused) {
        this.tikit = tikit;
        this.data = data;
        this.paused = paused;
    }

    /** Starts an engine with everything on, or with all delivery paused, in an empty database. */
    static EngineSide start(TikitEngine.Builder builder, boolean paused) {
        Tikit tikit = builder.plugin(new NothingConsumer()).build();
        DeskData data = DeskData.create(tikit);
        tikit.operations().awaitDelivery(PATIENCE);
        if (paused) {
            tikit.operations().pauseDelivery();
        }
        return new EngineSide(tikit, data, paused);
    }

    @Override
    public String name() {
        return "tikit";
    }

    @Override
    public void create(long number) {
        open(number);
    }

    Ticket open(long number) {
        TicketText text = TicketText.of(number);
        return tikit.as(caller(number))
                .tickets()
                .create(CreateTicket.of(text.subject(), data.customer(number))
                        .withDescription(text.description())
                        .withField("product", text.product())
                        .withField("site", text.site()));
    }

    Caller caller(long number) {
        return Caller.of(data.tenant(), data.customer(number));
    }

    Tikit tikit() {
        return tikit;
    }

    DeskData data() {
        return data;
    }

    @Override
    public void finish() {
        if (!paused && !tikit.operations().awaitDelivery(PATIENCE)) {
            throw new IllegalStateException("the engine did not finish its work within " + PATIENCE);
        }
    }

    @Override
    public void close() {
        tikit.close();
    }
}
