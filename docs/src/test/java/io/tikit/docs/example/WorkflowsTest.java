package io.tikit.docs.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tikit.api.Caller;
import io.tikit.api.Desk;
import io.tikit.api.Person;
import io.tikit.api.Tikit;
import io.tikit.api.configuration.SaveDocument;
import io.tikit.api.people.CreateUser;
import io.tikit.api.people.Role;
import io.tikit.api.people.User;
import io.tikit.api.ticket.CreateTicket;
import io.tikit.api.ticket.Status;
import io.tikit.api.ticket.Ticket;
import io.tikit.api.ticket.TicketChange;
import io.tikit.api.ticket.TicketType;
import io.tikit.api.ticket.UpdateTicket;
import io.tikit.api.workflow.TicketMetrics;
import io.tikit.core.TikitEngine;
import org.junit.jupiter.api.Test;

/** Tickets of a type follow a workflow of the desk. */
class WorkflowsTest {
    @Test
    void ticketsFollowTheirWorkflow() {
        Person ada = Person.of("Ada", "ada@acme.example");
        try (Tikit tikit = TikitEngine.builder().build()) {
            Desk desk = tikit.as(Caller.of(tikit.tenants().createIfAbsent("acme", ada), ada));
            User emily =
                    desk.people().createUser(new CreateUser(Person.of("Emily", "emily@acme.example"), Role.CUSTOMER));
            // tag::workflow
            desk.configuration().save(SaveDocument.of("workflow", "repairs", "Repairs", """
                            {"initial": "reported", "reopened": "diagnosis",
                             "statuses": [{"key": "reported", "state": "new", "label": "Reported"},
                                          {"key": "diagnosis", "state": "in_progress", "label": "Diagnosis"},
                                          {"key": "repaired", "state": "resolved", "label": "Repaired"},
                                          {"key": "scrapped", "state": "closed", "label": "Scrapped"}],
                             "transitions": [{"from": ["reported", "repaired"], "to": "diagnosis"},
                                             {"from": ["diagnosis"], "to": "repaired", "label": "Repair",
                                              "when": "priority<critical", "needs": ["assignee"], "entry": "reply"},
                                             {"to": "scrapped", "label": "Scrap", "roles": ["manager"]}],
                             "mappings": [{"workflow": "default",
                                           "statuses": [{"from": "diagnosis", "to": "in_progress"}]}]}
                            """));
            desk.configuration()
                    .save(SaveDocument.of("ticket-type", "incident", "Incident", "{\"workflow\": \"repairs\"}"));
            Ticket ticket = desk.tickets()
                    .create(CreateTicket.of("The printer jams", emily.id())
                            .with(new TicketChange.SetType(TicketType.INCIDENT)));
            Ticket looked = desk.tickets()
                    .update(UpdateTicket.of(ticket.id(), new TicketChange.SetStatus(new Status("diagnosis"))));
            // end::workflow
            assertThat(ticket.status().key()).isEqualTo("reported");
            assertThat(looked.status().key()).isEqualTo("diagnosis");
            // tag::graph
            String diagram = desk.workflows().mermaid("repairs");
            // end::graph
            // tag::metrics
            TicketMetrics metrics = desk.tickets().metrics(ticket.id());
            String told = metrics.stays().size() + " statuses, answered " + metrics.firstResponse();
            // end::metrics
            assertThat(told).isEqualTo("2 statuses, answered Optional.empty");
            assertThat(diagram).contains("s_diagnosis --> s_repaired : Repair");
        }
    }
}
