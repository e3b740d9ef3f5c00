package io.tikit.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.conversation.AddNote;
import io.tikit.api.conversation.Reply;
import io.tikit.api.health.HealthReason;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.tck.Await;
import org.junit.jupiter.api.Test;

/** Who is told of what, and what happens when the notifier fails. */
class NotifierScenarioTest {
    private final Bell bell = new Bell();

    private DeskFixture open() {
        return new DeskFixture(builder -> builder.plugin(bell.plugin()).setting("work.backoff", "PT0.05S"));
    }

    @Test
    void peopleAreToldOfWhatOthersDoToTheirTickets() {
        try (DeskFixture desk = open()) {
            Ticket ticket = desk.ticket("Printer");
            String number = ticket.number();
            desk.as(desk.manager)
                    .tickets()
                    .update(UpdateTicket.of(ticket.id(), new TicketChange.SetAssignee(desk.agent.id())));
            desk.as(desk.agent).conversations().reply(Reply.to(ticket.id(), "Is it on?"));
            desk.as(desk.emily).conversations().reply(Reply.to(ticket.id(), "It is."));
            desk.as(desk.manager).conversations().note(AddNote.to(ticket.id(), "She is right."));
            desk.as(desk.agent).conversations().note(AddNote.to(ticket.id(), "Hm."));
            desk.settle();
            assertThat(bell.rung())
                    .containsExactly(
                            "Sarah@acme.example: " + number + " was assigned to you, Printer",
                            "Emily@acme.example: New reply on " + number + ", Printer",
                            "Sarah@acme.example: New reply on " + number + ", Printer",
                            "Sarah@acme.example: New note on " + number + ", Printer");
            assertThat(bell.keys())
                    .doesNotHaveDuplicates()
                    .allMatch(key -> key.length() <= 120 && key.matches("[!-~]+"));
        }
    }

    @Test
    void aNotificationThatFailsIsTriedAgainUnderTheSameKeyAndShown() {
        try (DeskFixture desk = open()) {
            Ticket ticket = desk.ticket("Printer");
            bell.failures.set(3);
            desk.as(desk.agent).conversations().reply(Reply.to(ticket.id(), "Is it on?"));
            Await.until(
                    "the finding",
                    () -> bell.keys().size() >= 4
                            || desk.tikit.health().findings().stream()
                                    .anyMatch(f -> f.reason() == HealthReason.PLUGIN_FAILING));
            Await.until("the last try", () -> bell.keys().size() == 4);
            desk.settle();
            assertThat(bell.keys()).hasSize(4).containsOnly(bell.keys().get(0));
            assertThat(desk.tikit.health().findings()).isEmpty();
        }
    }
}
