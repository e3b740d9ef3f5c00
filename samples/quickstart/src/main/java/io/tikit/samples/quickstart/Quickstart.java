package io.tikit.samples.quickstart;

import io.tikit.api.Caller;
import io.tikit.api.Channel;
import io.tikit.api.Desk;
import io.tikit.api.TenantId;
import io.tikit.api.Tikit;
import io.tikit.api.conversation.AddNote;
import io.tikit.api.conversation.Reply;
import io.tikit.api.error.TikitException;
import io.tikit.api.people.UserId;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.TicketChange.SetAssignee;
import io.tikit.api.ticket.TicketChange.SetStatus;
import io.tikit.api.ticket.TicketChange.SetTeam;
import io.tikit.api.ticket.TicketId;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.core.TikitEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Opens a help desk in a folder, fills it from a file of tickets, works on them and shows the result. A second run on
 * the same folder repeats nothing. Options, as system properties: {@code tickets} a CSV file, {@code home} the folder,
 * {@code out} a file for the result as JSON.
 */
public final class Quickstart {
    private final Screen screen;

    Quickstart(Screen screen) {
        this.screen = screen;
    }

    /** The main job. */
    Outcome run(Path home, TicketFile file) throws InterruptedException {
        Tally tally = new Tally(file.skipped());
        Crew crew = new Crew(screen);

        // An engine with its own database, index and scheduler; it lives in the folder until it is closed.
        try (Tikit tikit = TikitEngine.builder().home(home).build()) {
            TenantId tenant = tikit.tenants().createIfAbsent("quickstart", Staff.MANAGER);
            Staff staff = Staff.hire(tikit, tenant, file.teams());
            tally.ready();

            // Customers open tickets. A desk knows its caller; who calls for the first time becomes known to it.
            Duration opening = crew.each(
                    "Opening tickets",
                    file.rows(),
                    row -> tally.opening(row, () -> {
                        Desk desk = tikit.as(Caller.of(tenant, row.requester()).via(Channel.IMPORT));
                        UserId customer = staff.idOf(row.requester(), desk);
                        return desk.tickets().create(row.open(customer));
                    }));

            // A dispatcher routes them by topic, agents take, answer and resolve some.
            Desk dispatcher = tikit.as(Caller.of(tenant, staff.dispatcher()));
            Duration working = crew.each("Working on tickets", tally.opened(), row -> {
                TicketId ticket = tally.ticket(row);
                staff.team(row)
                        .ifPresent(team -> tally.work(
                                row,
                                () -> dispatcher
                                        .tickets()
                                        .update(UpdateTicket.of(ticket, new SetTeam(team))
                                                .withKey(row.key("route")))));
                UserId agent = staff.agent(row);
                tally.work(row, () -> answer(tikit.as(Caller.of(tenant, agent)), agent, row, ticket));
            });

            // What is counted and searched comes from the index, which follows the commits.
            tikit.operations().awaitDelivery(Duration.ofMinutes(5));
            Desk manager = tikit.as(Caller.of(tenant, Staff.MANAGER));
            return tally.outcome(opening, working, Overview.of(manager));
        }
    }

    /** What an agent does with a ticket. A reply can change the ticket in the same step. */
    private static void answer(Desk desk, UserId agent, TicketRow row, TicketId ticket) {
        switch (row.chance(5)) {
            case 0, 1 ->
                desk.conversations()
                        .reply(Reply.to(ticket, "This should work again. Please tell us if it does not.")
                                .with(new SetAssignee(agent))
                                .with(new SetStatus(Status.RESOLVED))
                                .withKey(row.key("resolve")));
            case 2 ->
                desk.conversations()
                        .reply(Reply.to(ticket, "Since when does it happen, and does it happen to colleagues as well?")
                                .with(new SetAssignee(agent))
                                .with(new SetStatus(Status.PENDING))
                                .withKey(row.key("ask")));
            case 3 ->
                desk.tickets()
                        .update(UpdateTicket.of(ticket, new SetAssignee(agent), new SetStatus(Status.IN_PROGRESS))
                                .withKey(row.key("take")));
            default ->
                desk.conversations()
                        .note(AddNote.to(ticket, "Tried to call back, nobody there.")
                                .withKey(row.key("note")));
        }
    }

    /**
     * Runs from the command line.
     *
     * @param args not used
     * @throws InterruptedException if the process is told to stop
     */
    public static void main(String[] args) throws InterruptedException {
        Path home = Path.of(option("home", "target/quickstart-desk"))
                .toAbsolutePath()
                .normalize();
        String tickets = option("tickets", "");
        String out = option("out", "");
        Screen screen = Screen.ofThisProcess();
        try {
            TicketFile file = tickets.isEmpty() ? TicketFile.sample() : TicketFile.read(Path.of(tickets));
            screen.line("%s into a desk in %s", file.name(), home);
            Outcome outcome = new Quickstart(screen).run(home, file);
            new Report(screen).print(outcome);
            if (!out.isEmpty()) {
                JsonReport.write(outcome, Path.of(out));
                screen.line("The same as JSON: %s", Path.of(out).toAbsolutePath());
            }
        } catch (IOException | TikitException e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    private static void fail(String reason) {
        System.err.println(reason);
        System.exit(1);
    }

    private static String option(String name, String otherwise) {
        String value = System.getProperty(name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }
}
