package io.tikit.docs.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.Tikit;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.User;
import io.tikit.api.suggestion.BacktestReport;
import io.tikit.api.suggestion.FieldSuggestion;
import io.tikit.api.suggestion.SuggestionState;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Priority;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.core.TikitEngine;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The desk learns from what people decide. */
class SuggestingTest {
    @Test
    void priorityIsSuggested() {
        Person ada = Person.of("Ada", "ada@acme.example");
        try (Tikit tikit = TikitEngine.builder().build()) {
            Desk desk = tikit.as(Caller.of(tikit.tenants().createIfAbsent("acme", ada), ada));
            User emily = desk.people().createUser(CreateUser.of("Emily", "emily@acme.example"));
            // tag::policy
            desk.configuration().save(SaveDocument.of("suggestion-policy", "priority", "Priority", """
                            {"fields": ["priority"], "show": 30, "apply": 99, "when": "type:question"}
                            """));
            // end::policy
            for (int i = 0; i < 12; i++) {
                decided(desk, emily, "The VPN tunnel drops, shop " + i, Priority.CRITICAL);
                decided(desk, emily, "Toner for the printer in room " + i, Priority.LOW);
            }
            assertThat(tikit.operations().awaitDelivery(Duration.ofSeconds(30))).isTrue();
            // tag::accept
            Ticket ticket = desk.tickets().create(CreateTicket.of("Tunnel drops again", emily.id()));
            FieldSuggestion first = desk.suggestions().of(ticket.id()).get(0);
            System.out.println(first.value() + " because of " + first.evidence());
            Ticket urgent = desk.suggestions().accept(first.id());
            // end::accept
            assertThat(urgent.priority()).isEqualTo(Priority.CRITICAL);
            assertThat(first.evidence()).contains("Tunnel");
            assertThat(desk.suggestions().of(ticket.id()).get(0).state()).isEqualTo(SuggestionState.ACCEPTED);
            // tag::backtest
            BacktestReport report = desk.suggestions().backtest(Set.of("priority"), 1_000);
            BacktestReport.Counts counts = report.fields().get("priority");
            // end::backtest
            assertThat(counts.right()).isPositive();
            assertThat(counts.wrong()).isZero();
        }
    }

    private static void decided(Desk desk, User requester, String subject, Priority priority) {
        Ticket ticket = desk.tickets().create(CreateTicket.of(subject, requester.id()));
        desk.tickets().update(UpdateTicket.of(ticket.id(), new TicketChange.SetPriority(priority)));
    }
}
