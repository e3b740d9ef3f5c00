package io.tikit.jpa;

import io.tikit.spi.storage.*;
import io.tikit.api.ticket.*;
import io.tikit.api.condition.*;
import java.util.*;
import java.nio.file.*;
import java.time.*;

final class Smoke {
    public static void main(String[] a) throws Exception {
        TestContext c = a[0].equals("pg") ? TestContext.inMemory().with(Map.of("url", Postgres.newDatabase())) : a[0].equals("mem") ? TestContext.inMemory() : TestContext.inFolder(Files.createTempDirectory("tikit"));
        JpaStorage s = new JpaStorage(c);
        long t = System.nanoTime();
        s.open();
        System.out.println("open ms " + (System.nanoTime() - t) / 1_000_000);
        try {
            Samples.Desk d = Samples.desk(s, "acme");
            Ticket ticket = Samples.create(s, d, s.takeNumbers(d.tenant(), 10), UnitMode.OWN);
            try (UnitOfWork u = s.begin(d.tenant(), UnitMode.READ)) {
                System.out.println(u.tickets().find(ticket.id()).equals(Optional.of(ticket)));
                System.out.println(u.tickets().findAll(List.of(ticket.id(), new TicketId(Samples.id()))).equals(List.of(ticket)));
                System.out.println(u.events().page(ticket.id().value(), Set.of(), Optional.empty(), 10));
                System.out.println(u.entries().page(ticket.id(), true, Optional.empty(), 10));
                System.out.println(u.intervals().of(ticket.id(), 10));
                System.out.println(u.tickets().list(new TicketListing(TicketFields.TEAM.is(d.team().id()).and(TicketFields.STATUS.isOpen()), List.of(TicketFields.PRIORITY.descending(), TicketFields.CREATED.ascending()), Optional.empty(), 20)));
                System.out.println(u.users().findAll(List.of(d.agent().id(), d.requester().id())));
                System.out.println(u.teams().page(Optional.empty(), 10));
            }
            try (UnitOfWork u = s.begin(d.tenant(), UnitMode.OWN)) {
                Ticket locked = u.tickets().lock(ticket.id()).orElseThrow();
                u.tickets().update(locked, Samples.resolved(locked, Samples.NOW.plusSeconds(5)));
                u.intervals().end(ticket.id(), Interval.Kind.STATUS, Samples.NOW.plusSeconds(5));
                u.commit();
            }
            try (UnitOfWork u = s.begin(d.tenant(), UnitMode.READ)) {
                System.out.println(u.tickets().find(ticket.id()));
                System.out.println(u.intervals().of(ticket.id(), 10));
            }
            System.out.println(s.work().due("index", Set.of(Samples.work(Samples.event(d.tenant(), ticket.id(), 1, d.agent().id()).build(), "x").bucket()), Samples.NOW.plusSeconds(9), Set.of(), 10));
            System.out.println(s.work().backlog());
            var l = s.leases().acquire(List.of(Feed.SEQUENCER, "a", "b"), "me", Duration.ofSeconds(10));
            System.out.println(l);
            System.out.println(s.leases().acquire(List.of(Feed.SEQUENCER, "a", "b"), "you", Duration.ofSeconds(10)));
            System.out.println(s.feed().sequence(l.get(Feed.SEQUENCER), 100) + " " + s.feed().read(d.tenant(), 0, 10) + s.feed().heads(0));
        } finally {
            s.close();
        }
    }
}
