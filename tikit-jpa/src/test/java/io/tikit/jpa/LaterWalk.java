package io.tikit.jpa;

import io.tikit.api.Actor;
import io.tikit.api.configuration.Document;
import io.tikit.api.configuration.DocumentContent;
import io.tikit.api.configuration.DocumentKey;
import io.tikit.api.configuration.DocumentStamp;
import io.tikit.api.event.EventId;
import io.tikit.api.timer.Timer;
import io.tikit.spi.storage.Storage;
import io.tikit.spi.storage.TimerQueue;
import io.tikit.spi.storage.UnitMode;
import io.tikit.spi.storage.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** The part of the {@link StatementWalk} that goes over what a desk is set up as and what happens later. */
final class LaterWalk {
    private static final int DOCUMENTS = 1_500;
    private static final int TIMERS = 5_000;
    private static final int IN_UNIT = 250;
    private static final Set<String> HANDLERS = Set.of("bell", "siren");

    private final Storage storage;
    private final Samples.Desk desk;
    private final UUID subject = Samples.id();

    LaterWalk(Storage storage, Samples.Desk desk) {
        this.storage = storage;
        this.desk = desk;
    }

    void fill() {
        Samples.Desk large = Samples.desk(storage, "plans-large");
        for (int i = 0; i < DOCUMENTS; i += IN_UNIT) {
            write(large, i, Math.min(i + IN_UNIT, DOCUMENTS), 1);
        }
        write(desk, 0, 20, 1);
        write(desk, 0, 5, 2);
        for (int i = 0; i < TIMERS; i += IN_UNIT) {
            try (UnitOfWork unit = storage.begin(desk.tenant(), UnitMode.OWN)) {
                for (int j = i; j < i + IN_UNIT; j++) {
                    unit.timers().schedule(timer(j));
                }
                unit.commit();
            }
        }
        // Some that are held, some that wait for another try, some that lie dead.
        List<TimerQueue.Claim> claims = storage.timers().claim(HANDLERS, at(300), Duration.ofMinutes(5), 200);
        claims.subList(0, 50).forEach(claim -> storage.timers().bury(claim, 8, at(1), "never"));
        claims.subList(50, 100).forEach(claim -> storage.timers().retry(claim, 1, at(90), "not yet"));
    }

    private static Instant at(int seconds) {
        return Samples.NOW.plusSeconds(seconds);
    }

    private Timer timer(int i) {
        return new Timer(
                Samples.id(),
                i % 3 == 0 ? "siren" : "bell",
                "k" + i,
                Optional.of(i % 100 == 0 ? subject : Samples.id()),
                at(i),
                "",
                Optional.empty());
    }

    private void write(Samples.Desk whose, int from, int to, long version) {
        try (UnitOfWork unit = storage.begin(whose.tenant(), UnitMode.OWN)) {
            long revision = unit.configuration().lock() + 1;
            for (int i = from; i < to; i++) {
                Document document = new Document(
                        DocumentKey.of("field", String.format(Locale.ROOT, "f%04d", i)),
                        version,
                        new DocumentContent("Field " + i, Optional.empty(), false, "{\"type\":\"whole\"}"),
                        new DocumentStamp(1, new Actor.Engine("walk"), Samples.NOW, new EventId(Samples.id())));
                unit.configuration().write(document, revision);
            }
            unit.commit();
        }
    }

    void run() {
        setUp();
        TimerQueue queue = storage.timers();
        queue.nextDue(HANDLERS, Instant.MIN);
        queue.nextDue(HANDLERS, at(3_000));
        queue.backlog(at(2_000));
        List<TimerQueue.Claim> claims = queue.claim(HANDLERS, at(2_000), Duration.ofMinutes(5), 20);
        queue.prolong(claims, Duration.ofMinutes(5));
        queue.retry(claims.get(0), 1, at(4_000), "later");
        queue.bury(claims.get(1), 8, at(2_000), "never");
        queue.release(claims.subList(2, 5));
        queue.dead(desk.tenant(), Optional.empty(), 20);
        UUID dead = queue.dead(desk.tenant(), Optional.empty(), 1).get(0).id();
        queue.dead(desk.tenant(), Optional.of(dead), 20);
        queue.revive(desk.tenant(), dead);
        try (UnitOfWork unit = storage.begin(desk.tenant(), UnitMode.OWN)) {
            unit.timers().find("bell", "k4000");
            unit.timers().about(subject, 20);
            unit.timers().schedule(timer(4_001));
            unit.timers().cancel("bell", "k4003");
            unit.timers().fire(claims.get(6));
            unit.commit();
        }
    }

    private void setUp() {
        DocumentKey first = DocumentKey.of("field", "f0000");
        try (UnitOfWork unit = storage.begin(desk.tenant(), UnitMode.READ)) {
            unit.configuration().revision();
            unit.configuration().find(first);
            unit.configuration().changedSince(0);
            unit.configuration().changedSince(1);
            unit.configuration().page("field", Optional.empty(), 50);
            unit.configuration().page("field", Optional.of("f0007"), 50);
            unit.configuration().history(first, OptionalLong.empty(), 50);
            unit.configuration().history(first, OptionalLong.of(2), 50);
            unit.configuration().version(first, 1);
        }
        write(desk, 3, 4, 3);
    }
}
