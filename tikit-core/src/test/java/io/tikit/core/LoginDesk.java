package io.tikit.core;

import io.tikit.api.event.Event;
import io.tikit.api.event.SubscriptionSpec;
import io.tikit.api.login.Origin;
import io.tikit.tck.ManualClock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A desk whose people sign in at it, with cheap hashes and a clock that stands still. */
abstract class LoginDesk {
    static final String FIRST = "seven wild horses";
    static final String SECOND = "eight calm horses";
    static final Origin HOME = Origin.web("192.0.2.7", "Browser 1.0");

    ManualClock clock;
    DeskFixture desk;
    final List<Event> events = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() {
        clock = ManualClock.at("2026-03-02T08:00:00Z");
        desk = new DeskFixture(
                builder -> builder.clock(clock).setting("login.hash-kib", "64").setting("login.hash-rounds", "1"));
        desk.admin.events().subscribe(SubscriptionSpec.live(), events::add);
    }

    @AfterEach
    void stop() {
        desk.close();
    }
}
