package io.tikit.core.crash;

import io.tikit.api.Caller;
import io.tikit.api.Command;
import io.tikit.api.Person;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.api.people.CreateTeam;
import io.tikit.core.TikitEngine;
import io.tikit.spi.Contributions;
import io.tikit.spi.ExtensionPoint;
import io.tikit.spi.PluginContext;
import io.tikit.spi.PluginDescriptor;
import io.tikit.spi.TikitPlugin;
import io.tikit.spi.timer.DueTimer;
import io.tikit.spi.timer.TimerHandler;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** A node that makes a team for each timer, which can be made only once; as a child process it hangs before that. */
public final class TimerNode {
    static final Person ADA = Person.of("Ada", "ada@acme.example");

    private TimerNode() {}

    record Plugin(Consumer<DueTimer> first) implements TikitPlugin, TimerHandler {
        @Override
        public PluginDescriptor descriptor() {
            return PluginDescriptor.of("teams", "1");
        }

        @Override
        public void contribute(Contributions to, PluginContext context) {
            to.add(ExtensionPoint.TIMER_HANDLER, name(), this);
        }

        @Override
        public String name() {
            return "teams";
        }

        @Override
        public List<Command<?>> due(DueTimer due) {
            first.accept(due);
            return List.of(CreateTeam.of(due.timer().key()));
        }
    }

    static Tikit open(String url, Consumer<DueTimer> first) {
        return TikitEngine.builder()
                .setting("jpa.url", url)
                .setting("jpa.user", "postgres")
                .setting("lease.length", "PT1S")
                .setting("work.attempts", "3")
                .setting("work.backoff", "PT0.05S")
                .plugin(new Plugin(first))
                .build();
    }

    static TenantId tenant(Tikit tikit) {
        return tikit.tenants().createIfAbsent("acme", ADA);
    }

    static Caller ada(Tikit tikit) {
        return Caller.of(tenant(tikit), ADA);
    }

    /** Takes the URL; says on standard output when it has a timer in hand, and never goes on. */
    public static void main(String[] args) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Tikit tikit = open(args[0], due -> {
            System.out.println("claimed " + due.timer().key());
            System.out.flush();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        ada(tikit);
        Thread.currentThread().join();
    }
}
