package io.tikit.core.routing;

import io.tikit.api.routing.Routing;
import io.tikit.core.pipeline.Pipeline;
import io.tikit.core.pipeline.Reader;
import io.tikit.core.pipeline.Session;
import io.tikit.core.pipeline.Time;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** Makes the services of callers. */
public final class RoutingServices {
    private final Pipeline pipeline;
    private final Reader reader;
    private final Time time;
    private final TeamHours hours;
    private final QueueReads queues;
    private final Simulator simulator;

    @Inject
    RoutingServices(
            Pipeline pipeline, Reader reader, Time time, TeamHours hours, QueueReads queues, Simulator simulator) {
        this.pipeline = pipeline;
        this.reader = reader;
        this.time = time;
        this.hours = hours;
        this.queues = queues;
        this.simulator = simulator;
    }

    public Routing of(Supplier<Session> session) {
        return new RoutingService(session, pipeline, reader, time::instant, hours, queues, simulator);
    }
}
