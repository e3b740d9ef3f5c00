package io.tikit.core.crash;

import io.tikit.api.conversation.AddNote;
import io.tikit.api.event.EventTypes;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.TikitPlugin;
import io.tikit.spi.work.Work;
import io.tikit.spi.work.WorkConsumer;
import java.util.Set;

/** Writes one note on every new ticket: an effect inside the database, which must happen exactly once. */
final class Greeter implements WorkConsumer {
    static final String NOTE = "greeted";

    @Override
    public String name() {
        return "greeter";
    }

    @Override
    public Set<String> eventTypes() {
        return Set.of(EventTypes.TICKET_CREATED);
    }

    @Override
    public void handle(Work work) {
        work.desk().conversations().note(AddNote.to(work.event().ticket().orElseThrow(), NOTE));
    }

    TikitPlugin plugin() {
        return new TikitPlugin() {
            @Override
            public PluginDescriptor descriptor() {
                return PluginDescriptor.of("greeter", "1");
            }

            @Override
            public void contribute(Contributions to, PluginContext context) {
                to.add(ExtensionPoint.WORK_CONSUMER, name(), Greeter.this);
            }
        };
    }
}
